/**
 * Bringing a file in, step by step: read it, choose what its columns mean, choose what to take, bring that
 * in, undo it. Each step is work that can be watched; nothing is in the statement before the
 * last, and all of that is one step to undo.
 */
import { memberWhoMay } from "../../../shared/members.ts";
import type { ImportChoices } from "../../../shared/import-changes.ts";
import { Refusal } from "../../../shared/refusal.ts";
import type { TableMapping } from "../../../shared/table-mapping.ts";
import type { Resources } from "../../resources.ts";
import type { StoredFile } from "../../store/file-store.ts";
import type { Packed } from "../work/packed.ts";
import type { Run } from "../work/running-work.ts";
import type { RunOptions } from "../work/work-processes.ts";
import type { WorkResult } from "../work/work-state.ts";
import type { WorkOwner } from "../work/works.ts";
import { applyImport } from "./apply-import.ts";
import type { KeptImport } from "./kept-imports.ts";
import type { KeptFile, ReadImport } from "./read-import.ts";
import { undoImport } from "./undo-import.ts";

export interface StartedImport {
  readonly importId: string;
  /** Work whose file is what came of the step, as JSON. */
  readonly workId: string;
}

/** What work on an import answers with; its file holds the rest. */
export interface ImportStep {
  readonly importId: string;
  /** `columns`: the file is a `TableView`; `preview`: an `ImportPreview`. */
  readonly step: "columns" | "preview";
}

/** A file as somebody sent it. */
export interface SentFile {
  readonly sent: StoredFile;
  readonly fileName: string;
}

/** Reads a file, and forgets it. @throws Refusal `too-many` */
export async function startImport(
  resources: Resources,
  owner: WorkOwner,
  { sent, fileName }: SentFile,
): Promise<StartedImport> {
  const importId = resources.newId();
  const workId = await resources.works.start(owner, async (options) => {
    await refuseUnlessMay(resources, owner);
    const input = { ...owner, importId, fileName, sent };
    const read = await resources.processes.run("read-import", input, options);
    await resources.store.files.remove([sent.id]);
    return keep(resources, owner, { importId, fileName }, read);
  });
  return { importId, workId };
}

/** Reads the columns of a table as somebody says. @throws Refusal `not-found`, `bad-input`, `too-many` */
export async function startMapping(
  resources: Resources,
  owner: WorkOwner,
  importId: string,
  mapping: TableMapping,
): Promise<StartedImport> {
  const { tables, fileName } = await resources.imports.find(owner, importId);
  if (!tables) throw new Refusal("bad-input", "This file has no columns to choose.");
  const workId = await resources.works.start(owner, async (options) => {
    await refuseUnlessMay(resources, owner);
    const { statementId } = owner;
    const input = { statementId, importId, fileName, tables, mapping };
    const read = await resources.processes.run("map-import", input, options);
    const { store, now } = resources;
    await store.imports.keepMapping(owner.personId, read.shape, JSON.stringify(mapping), now());
    return keep(resources, owner, { importId, fileName }, read);
  });
  return { importId, workId };
}

/**
 * Brings in what was chosen: once, however often that is asked for.
 * @param workId who asks again under the same one, watches what was begun
 * @throws Refusal `not-found`, `bad-input`, `too-many`
 */
export async function startApply(
  resources: Resources,
  owner: WorkOwner,
  importId: string,
  choices: ImportChoices,
  workId: string,
): Promise<StartedImport> {
  const { imports, works } = resources;
  const apply: Run = async (options) => {
    const isInHand = (earlier: string): Promise<boolean> => works.isInHand(owner, earlier);
    const taken = await imports.take(owner, importId, workId, isInHand);
    const { fileName } = taken;
    const toApply = { ...owner, importId, kept: keptIn(taken), fileName, choices };
    const answer = await applyImport(resources, toApply, options);
    await imports.forget(owner, importId);
    return { answer };
  };
  await works.once(owner, workId, async () => {
    keptIn(await imports.find(owner, importId));
    await works.start(owner, apply, workId);
  });
  return { importId, workId };
}

/**
 * Undoes it, also long afterwards.
 * @param workId who asks again under the same one, watches what was begun
 * @throws Refusal `too-many`
 */
export async function startUndo(
  resources: Resources,
  owner: WorkOwner,
  importId: string,
  workId: string,
): Promise<StartedImport> {
  const { works } = resources;
  const undo: Run = async (options: RunOptions) => ({
    answer: await undoImport(resources, { ...owner, importId }, options),
  });
  await works.once(owner, workId, () => works.start(owner, undo, workId));
  return { importId, workId };
}

/** @throws Refusal `bad-input` */
function keptIn({ kept }: KeptImport): Packed<KeptFile> {
  if (!kept) throw new Refusal("bad-input", "Say first what the columns mean.");
  return kept;
}

/** @throws Refusal `not-allowed` */
function refuseUnlessMay(
  { rooms }: Resources,
  { statementId, personId }: WorkOwner,
): Promise<void> {
  return rooms.use(statementId, ({ record }) => {
    memberWhoMay(record, personId, "import");
  });
}

async function keep(
  { imports }: Resources,
  owner: WorkOwner,
  { importId, fileName }: { readonly importId: string; readonly fileName: string },
  read: ReadImport,
): Promise<WorkResult> {
  const kept = read.state === "preview" ? read.kept : null;
  const { tables, shape } = read;
  await imports.keep(owner, importId, { fileName, tables, shape, kept });
  const answer: ImportStep = { importId, step: read.state };
  const file = { name: `${read.state}.json`, mediaType: "application/json", kept: read.view };
  return { answer, file };
}
