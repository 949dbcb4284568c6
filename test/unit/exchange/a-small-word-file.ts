/** Small Word files written down in a few words, for tests of comparing them. */
import { strToU8, zipSync } from "fflate";
import { markName } from "../../../server/exchange/docx/marks.ts";

/** What a paragraph is besides its words. */
interface Line {
  readonly words: string;
  readonly style: string;
  readonly item: string;
}

export type Piece = Line | { readonly rows: readonly (readonly (readonly Line[])[])[] };

/** `Heading1: Repairs`, `R-1: The service answers.`; what is neither is a paragraph of nobody. */
function line(written: string): Line {
  const [, style = "", item = "", words = ""] =
    /^(?:(Heading\d|List): )?(?:([A-Z]-\d+): )?(.*)$/su.exec(written) ?? [];
  return { words, style, item };
}

/** A table: rows of cells, each with one paragraph or more parted by ` / `. */
export function rows(...written: (readonly string[])[]): Piece {
  return { rows: written.map((cells) => cells.map((cell) => cell.split(" / ").map(line))) };
}

/** @param pieces paragraphs as `line` reads them, and tables */
export function aWordFile(...pieces: readonly (string | Piece)[]): Uint8Array {
  let bookmarks = 0;
  const paragraph = ({ words, style, item }: Line): string => {
    const name =
      item && markName({ of: "field", kind: "requirement", field: "statement", itemId: item });
    bookmarks += 1;
    const [open, close] = name
      ? [
          `<w:bookmarkStart w:id="${bookmarks}" w:name="${name}"/>`,
          `<w:bookmarkEnd w:id="${bookmarks}"/>`,
        ]
      : ["", ""];
    const properties = style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
    return `<w:p>${properties}${open}${words === "" ? "" : runs(words)}${close}</w:p>`;
  };
  const block = (piece: Piece): string => {
    if (!("rows" in piece)) return paragraph(piece);
    const columns = Math.max(...piece.rows.map((row) => row.length));
    const grid = "<w:gridCol/>".repeat(columns);
    const written = piece.rows.map(
      (row) =>
        `<w:tr>${row.map((cell) => `<w:tc><w:tcPr/>${cell.map(paragraph).join("")}</w:tc>`).join("")}</w:tr>`,
    );
    return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${written.join("")}</w:tbl>`;
  };
  const body = pieces.map((piece) => block(typeof piece === "string" ? line(piece) : piece));
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join("")}<w:sectPr/></w:body></w:document>`;
  return zipSync({
    "[Content_Types].xml": strToU8(contentTypes),
    "_rels/.rels": strToU8(relations),
    "word/document.xml": strToU8(document),
  });
}

/** `*word*` is bold. */
function runs(words: string): string {
  return words
    .split(/(\*[^*]+\*)/)
    .filter((part) => part !== "")
    .map((part) => {
      const isBold = part.length > 2 && part.startsWith("*") && part.endsWith("*");
      const text = escaped(isBold ? part.slice(1, -1) : part);
      return `<w:r>${isBold ? "<w:rPr><w:b/></w:rPr>" : ""}<w:t xml:space="preserve">${text}</w:t></w:r>`;
    })
    .join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relations =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
