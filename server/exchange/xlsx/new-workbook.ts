/** An empty workbook that says nothing of who made it, and nothing of the clock; and its bytes. */
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import type { WholeStatement } from "../../../shared/whole-statement.ts";

export function newWorkbook({ title, at }: Pick<WholeStatement, "title" | "at">): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  const made = new Date(at);
  workbook.creator = "Needline";
  workbook.lastModifiedBy = "Needline";
  workbook.created = made;
  workbook.modified = made;
  workbook.title = title;
  return workbook;
}

/** Promises rows that grow with what people write into them, and that no character is lost. */
export async function bytesOf(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  packAsBytes(workbook);
  const written = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const parts: Zippable = {};
  for (const [name, part] of Object.entries(written)) {
    const isSheet = name.startsWith("xl/worksheets/sheet");
    parts[name] = isSheet ? letRowsGrow(part) : part;
  }
  // The same moment for all parts: a zip tells when each was written.
  return zipSync(parts, { mtime: workbook.modified });
}

/** exceljs says of every height that somebody chose it, and a spreadsheet then leaves it as it is. */
function letRowsGrow(sheet: Uint8Array): Uint8Array {
  return strToU8(strFromU8(sheet).replaceAll(/(<row [^>]*?) customHeight="1"/g, "$1"));
}

/** What exceljs puts its parts into, which its types do not tell. */
interface Pack {
  append(part: unknown, options: object): void;
}

/** Those of its steps that write what may be long. */
type LongParts = Record<
  "addWorksheets" | "addSharedStrings",
  (pack: Pack, model: unknown) => Promise<void>
>;

/**
 * What exceljs hands over as words is packed in pieces of 16,384 UTF-16 units, and a character beyond U+FFFF that
 * stands across two of them is lost. As bytes it is not.
 */
function packAsBytes({ xlsx }: ExcelJS.Workbook): void {
  const steps = xlsx as unknown as LongParts;
  for (const step of ["addWorksheets", "addSharedStrings"] as const) {
    const write = steps[step].bind(xlsx);
    steps[step] = (pack, model) =>
      write(
        {
          append: (part, options) =>
            pack.append(typeof part === "string" ? Buffer.from(part) : part, options),
        },
        model,
      );
  }
}
