/** Reads a file that somebody wants to bring in: a preview, or the question what its columns mean. */
import { nanoid } from "nanoid";
import type { ImportPreview } from "../../../shared/import-changes.ts";
import type { ProposedFile } from "../../../shared/proposed-file.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { tableMapping, type TableMapping, type TableView } from "../../../shared/table-mapping.ts";
import { readCsvTable } from "../csv/read-csv-table.ts";
import { guessMapping } from "../table/guess-mapping.ts";
import { mapTables } from "../table/map-table.ts";
import { readOwnSheets } from "../own-table/read-own-sheets.ts";
import { tableLimits, type Tables } from "../table/sheet.ts";
import { shapeOf, viewSheets } from "../table/view-tables.ts";
import type { StoredFile } from "../../store/file-store.ts";
import type { TaskMeans } from "../work/tasks.ts";
import { readWorkbook } from "../xlsx/read-workbook.ts";
import type { Comparing } from "./compare-item.ts";
import { describePlan } from "./describe-plan.ts";
import { pack, unpack, type Packed } from "../work/packed.ts";
import { planImport } from "./plan-import.ts";
import { planLinks } from "./plan-links.ts";
import { readers } from "./readers.ts";
import { recogniseFile } from "./recognise-file.ts";
import { readTarget } from "./read-target.ts";

interface Read {
  /** The file as it was sent. */
  readonly sent: StoredFile;
  readonly fileName: string;
  readonly importId: string;
  readonly statementId: string;
  /** Whoever reads it. */
  readonly personId: string;
}

/** What is kept of a file between its preview and its being brought in. */
export interface KeptFile {
  readonly file: ProposedFile;
  readonly comparing: Comparing;
}

export type ReadImport =
  | {
      readonly state: "columns";
      readonly tables: Packed<Tables>;
      readonly shape: string;
      readonly view: Packed<TableView>;
    }
  | {
      readonly state: "preview";
      readonly tables: Packed<Tables> | null;
      readonly shape: string;
      readonly kept: Packed<KeptFile>;
      readonly view: Packed<ImportPreview>;
    };

/** @throws Refusal */
export async function readImport(read: Read, means: TaskMeans): Promise<ReadImport> {
  const { tell } = means;
  tell({ doing: "Reading the file", done: null });
  const bytes = await means.store.files.read(read.sent.id);
  const recognised = await recogniseFile(bytes);
  switch (recognised.state) {
    case "unknown":
      throw new Refusal("bad-input", recognised.what);
    case "csv":
      return readTables(readCsvTable(bytes), read, means);
    case "xlsx":
      return readTables(await readWorkbook(bytes, tell), read, means);
    default: {
      const reader = await readers[recognised.state]();
      const file = await reader(bytes);
      refuseUnread(file);
      const comparing = recognised.state === "docx" ? "word-file" : "exact";
      return preview(read, { file, comparing }, null, "", means);
    }
  }
}

interface Mapped extends Pick<Read, "importId" | "fileName" | "statementId"> {
  readonly tables: Packed<Tables>;
  readonly mapping: TableMapping;
}

/** The same file with its columns chosen. */
export async function mapImport(
  { tables: packed, mapping, ...read }: Mapped,
  means: TaskMeans,
): Promise<ReadImport> {
  const tables = await unpack(means.store.files, packed);
  const file = mapTables(tables, mapping);
  return preview(
    read,
    { file, comparing: "words" },
    packed,
    shapeOf(tables, mapping.headingRow),
    means,
  );
}

async function readTables(tables: Tables, read: Read, means: TaskMeans): Promise<ReadImport> {
  refuseTooMany(tables);
  const own = readOwnSheets(tables.sheets, tables.format);
  if (own) {
    const file = { ...own, notices: [...tables.notices, ...own.notices] };
    return preview(read, { file, comparing: "exact" }, null, "", means);
  }
  const { target } = await readTarget(means.store, read.statementId);
  const guess = guessMapping(tables, target.priorityWords);
  const shape = shapeOf(tables, guess.mapping.headingRow);
  const remembered = readRemembered((await means.store.imports.mappings(read.personId)).get(shape));
  const packed = await pack(means.store.files, tables);
  if (guess.isSure) {
    const file = mapTables(tables, guess.mapping);
    return preview(read, { file, comparing: "words" }, packed, shape, means);
  }
  const view: TableView = {
    importId: read.importId,
    fileName: read.fileName,
    sheets: viewSheets(tables),
    mapping: remembered ? { ...remembered, ...merged(remembered, guess.mapping) } : guess.mapping,
    isRemembered: remembered !== null,
    notices: tables.notices,
  };
  return { state: "columns", tables: packed, shape, view: await pack(means.store.files, view) };
}

/** Words that the last file of this shape did not have are guessed. */
function merged(
  remembered: TableMapping,
  guess: TableMapping,
): Pick<TableMapping, "kinds" | "priorities"> {
  return {
    kinds: { ...guess.kinds, ...remembered.kinds },
    priorities: { ...guess.priorities, ...remembered.priorities },
  };
}

function readRemembered(json: string | undefined): TableMapping | null {
  if (json === undefined) return null;
  const read = tableMapping.safeParse(JSON.parse(json));
  return read.success ? read.data : null;
}

/** A reader that could make nothing of a file says why in its problems. */
function refuseUnread({ items, suggestions, problems }: ProposedFile): void {
  if (items.length === 0 && suggestions.length === 0 && problems.length > 0)
    throw new Refusal("bad-input", "This file could not be read.", problems);
}

function refuseTooMany({ sheets }: Tables): void {
  const count = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count > tableLimits.rows)
    throw new Refusal(
      "too-large",
      "The file has more than 10,000 rows. Split it and bring in one part at a time.",
    );
  if (count === 0) throw new Refusal("bad-input", "The file is empty: no cell says anything.");
}

async function preview(
  { importId, fileName, statementId }: Pick<Read, "importId" | "fileName" | "statementId">,
  kept: KeptFile,
  tables: Packed<Tables> | null,
  shape: string,
  { tell, store }: TaskMeans,
): Promise<ReadImport> {
  tell({ doing: "Comparing with the statement", done: null });
  const { target } = await readTarget(store, statementId);
  const plan = planImport(kept.file, target, kept.comparing, nanoid);
  const links = planLinks(kept.file.links, plan.changes, target);
  const view: ImportPreview = {
    importId,
    fileName,
    isMapped: tables !== null,
    ...describePlan(plan, links, target),
  };
  return {
    state: "preview",
    tables,
    shape,
    kept: await pack(store.files, kept),
    view: await pack(store.files, view),
  };
}
