/**
 * Bringing a file in, step by step: read it, choose what its columns mean, choose what to take, bring that
 * in, undo it. Each step is work on a thread that can be watched; nothing is in the statement before the
 * last, and all of that is one step to undo.
 */
import { memberWhoMay } from "../../../shared/members.ts";
import type { ImportChoices } from "../../../shared/import-changes.ts";
import { Refusal } from "../../../shared/refusal.ts";
import type { TableMapping } from "../../../shared/table-mapping.ts";
import type { Resources } from "../../resources.ts";
import { runOnThread, type RunOptions } from "../work/run-on-thread.ts";
import type { WorkOwner, WorkResult } from "../work/works.ts";
import { applyImport } from "./apply-import.ts";
import type { FileToRead } from "./readers.ts";
import type { ReadImport } from "./read-import.ts";
import { targetSourceOf, type TargetSource } from "./target-source.ts";
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

/** Reads a file. @throws Refusal `too-many` */
export function startImport(
  resources: Resources,
  owner: WorkOwner,
  file: FileToRead,
): StartedImport {
  const importId = resources.newId();
  const workId = resources.works.start(owner, async (options) => {
    const remembered = await resources.store.imports.mappings(owner.personId);
    const source = await sourceOf(resources, owner);
    const input = { ...file, importId, source, remembered };
    const read = await runOnThread("read-import", input, options);
    return keep(resources, owner, { importId, fileName: file.fileName }, read);
  });
  return { importId, workId };
}

/** Reads the columns of a table as somebody says. @throws Refusal `not-found`, `bad-input`, `too-many` */
export function startMapping(
  resources: Resources,
  owner: WorkOwner,
  importId: string,
  mapping: TableMapping,
): StartedImport {
  const { tables, fileName } = resources.imports.find(owner, importId);
  if (!tables) throw new Refusal("bad-input", "This file has no columns to choose.");
  const workId = resources.works.start(owner, async (options) => {
    const input = { importId, fileName, tables, mapping, source: await sourceOf(resources, owner) };
    const read = await runOnThread("map-import", input, options);
    const { store, now } = resources;
    await store.imports.keepMapping(owner.personId, read.shape, JSON.stringify(mapping), now());
    return keep(resources, owner, { importId, fileName }, read);
  });
  return { importId, workId };
}

/** Brings in what was chosen. @throws Refusal `not-found`, `bad-input`, `too-many` */
export function startApply(
  resources: Resources,
  owner: WorkOwner,
  importId: string,
  choices: ImportChoices,
): StartedImport {
  const { kept, fileName } = resources.imports.find(owner, importId);
  if (!kept) throw new Refusal("bad-input", "Say first what the columns mean.");
  const workId = resources.works.start(owner, async (options) => {
    const answer = await applyImport(
      resources,
      { ...owner, importId, kept, fileName, choices },
      options,
    );
    resources.imports.forget(owner, importId);
    return { answer };
  });
  return { importId, workId };
}

/** Undoes it, also long afterwards. @throws Refusal `too-many` */
export function startUndo(resources: Resources, owner: WorkOwner, importId: string): StartedImport {
  const workId = resources.works.start(owner, async (options: RunOptions) => ({
    answer: await undoImport(resources, { ...owner, importId }, options),
  }));
  return { importId, workId };
}

/** @throws Refusal `not-allowed` */
function sourceOf(
  { rooms }: Resources,
  { statementId, personId }: WorkOwner,
): Promise<TargetSource> {
  return rooms.use(statementId, async (room) => {
    memberWhoMay(room.record, personId, "import");
    return targetSourceOf(room);
  });
}

function keep(
  { imports }: Resources,
  owner: WorkOwner,
  { importId, fileName }: { readonly importId: string; readonly fileName: string },
  read: ReadImport,
): WorkResult {
  const kept = read.state === "preview" ? read.kept : null;
  imports.keep({ id: importId, owner, fileName, tables: read.tables, shape: read.shape, kept });
  const answer: ImportStep = { importId, step: read.state };
  const file = { name: `${read.state}.json`, mediaType: "application/json", bytes: read.view };
  return { answer, file };
}
