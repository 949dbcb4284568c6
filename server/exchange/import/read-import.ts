/** Reads a file that somebody wants to bring in, on a thread: a preview, or the question what its columns mean. */
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
import type { Tell } from "../work/progress.ts";
import { readWorkbook } from "../xlsx/read-workbook.ts";
import type { Comparing } from "./compare-item.ts";
import { describePlan } from "./describe-plan.ts";
import { pack, unpack, type Packed } from "./packed.ts";
import { planImport } from "./plan-import.ts";
import { planLinks } from "./plan-links.ts";
import { readers, type FileToRead } from "./readers.ts";
import { recogniseFile } from "./recognise-file.ts";
import { openTarget, type TargetSource } from "./target-source.ts";

interface Read extends FileToRead {
  readonly importId: string;
  readonly source: TargetSource;
  /** How this person read tables before: JSON by shape. */
  readonly remembered: ReadonlyMap<string, string>;
}

/** What is kept of a file between its preview and its being brought in. */
export interface KeptFile {
  readonly file: ProposedFile;
  readonly comparing: Comparing;
}

/** Bytes are packed data: whoever gets them passes them on. */
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
export async function readImport(read: Read, tell: Tell): Promise<ReadImport> {
  tell({ doing: "Reading the file", done: null });
  const recognised = await recogniseFile(read.bytes);
  switch (recognised.state) {
    case "unknown":
      throw new Refusal("bad-input", recognised.what);
    case "csv":
      return readTables(readCsvTable(read.bytes), read, tell);
    case "xlsx":
      return readTables(await readWorkbook(read.bytes, tell), read, tell);
    default: {
      const reader = await readers[recognised.state]();
      const file = await reader(read, tell);
      refuseUnread(file);
      const comparing = recognised.state === "docx" ? "word-file" : "exact";
      return preview(read, { file, comparing }, null, "", tell);
    }
  }
}

interface Mapped extends Pick<Read, "importId" | "fileName" | "source"> {
  readonly tables: Packed<Tables>;
  readonly mapping: TableMapping;
}

/** The same file with its columns chosen. */
export function mapImport({ tables: packed, mapping, ...read }: Mapped, tell: Tell): ReadImport {
  const tables = unpack(packed);
  const file = mapTables(tables, mapping);
  return preview(
    read,
    { file, comparing: "words" },
    packed,
    shapeOf(tables, mapping.headingRow),
    tell,
  );
}

function readTables(tables: Tables, read: Read, tell: Tell): ReadImport {
  refuseTooMany(tables);
  const own = readOwnSheets(tables.sheets, tables.format);
  if (own) {
    const file = { ...own, notices: [...tables.notices, ...own.notices] };
    return preview(read, { file, comparing: "exact" }, null, "", tell);
  }
  const { target } = openTarget(read.source);
  const guess = guessMapping(tables, target.priorityWords);
  const shape = shapeOf(tables, guess.mapping.headingRow);
  const remembered = readRemembered(read.remembered.get(shape));
  const packed = pack(tables);
  if (guess.isSure) {
    const file = mapTables(tables, guess.mapping);
    return preview(read, { file, comparing: "words" }, packed, shape, tell);
  }
  const view: TableView = {
    importId: read.importId,
    fileName: read.fileName,
    sheets: viewSheets(tables),
    mapping: remembered ? { ...remembered, ...merged(remembered, guess.mapping) } : guess.mapping,
    isRemembered: remembered !== null,
    notices: tables.notices,
  };
  return { state: "columns", tables: packed, shape, view: pack(view) };
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

function preview(
  { importId, fileName, source }: Pick<Read, "importId" | "fileName" | "source">,
  kept: KeptFile,
  tables: Packed<Tables> | null,
  shape: string,
  tell: Tell,
): ReadImport {
  tell({ doing: "Comparing with the statement", done: null });
  const { target } = openTarget(source);
  const plan = planImport(kept.file, target, kept.comparing, nanoid);
  const links = planLinks(kept.file.links, plan.changes, target);
  const view: ImportPreview = {
    importId,
    fileName,
    isMapped: tables !== null,
    ...describePlan(plan, links, target),
  };
  return { state: "preview", tables, shape, kept: pack(kept), view: pack(view) };
}
