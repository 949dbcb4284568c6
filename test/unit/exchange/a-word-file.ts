/** Word files made by hand, for what a library cannot make: tracked changes, fields, text boxes, damage. */
import { aZip } from "./a-zip.ts";

export interface WordParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly comments?: string;
  /** Properties of the file, by name. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Addresses that it links to, by id. */
  readonly links?: Readonly<Record<string, string>>;
  /** More files in the zip, by name. */
  readonly more?: Readonly<Record<string, string>>;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const spaces = [
  ["w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
  ["r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"],
  ["mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"],
  ["wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
  ["v", "urn:schemas-microsoft-com:vml"],
]
  .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
  .join(" ");
const relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export function aWordFile(body: string, parts: WordParts = {}): Uint8Array<ArrayBuffer> {
  const { styles = "", numbering, comments, properties = {}, links = {}, more = {} } = parts;
  const part = (name: string, inside: string): string =>
    `${declaration}<w:${name} ${spaces}>${inside}</w:${name}>`;
  const relation = (id: string, type: string, target: string, mode = ""): string =>
    `<Relationship Id="${id}" Type="${relationTypes}/${type}" Target="${target}"${mode}/>`;
  const relations = (inside: string): string =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const custom = Object.entries(properties)
    .map(
      ([name, value], at) =>
        `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`,
    )
    .join("");
  return aZip([
    {
      name: "[Content_Types].xml",
      bytes: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    {
      name: "_rels/.rels",
      bytes: relations(
        relation("rId1", "officeDocument", "word/document.xml") +
          relation("rId2", "custom-properties", "docProps/custom.xml"),
      ),
    },
    {
      name: "word/_rels/document.xml.rels",
      bytes: relations(
        relation("rId1", "styles", "styles.xml") +
          relation("rId2", "numbering", "numbering.xml") +
          relation("rId3", "comments", "comments.xml") +
          Object.entries(links)
            .map(([id, target]) => relation(id, "hyperlink", target, ' TargetMode="External"'))
            .join(""),
      ),
    },
    { name: "word/document.xml", bytes: part("document", `<w:body>${body}</w:body>`) },
    { name: "word/styles.xml", bytes: part("styles", styles) },
    ...(numbering === undefined
      ? []
      : [{ name: "word/numbering.xml", bytes: part("numbering", numbering) }]),
    ...(comments === undefined
      ? []
      : [{ name: "word/comments.xml", bytes: part("comments", comments) }]),
    {
      name: "docProps/custom.xml",
      bytes: `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${custom}</Properties>`,
    },
    ...Object.entries(more).map(([name, bytes]) => ({ name, bytes })),
  ]);
}

export function p(inside: string, style = ""): string {
  const properties = style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${inside}</w:p>`;
}

export function run(words: string, look = ""): string {
  const properties = look === "" ? "" : `<w:rPr>${look}</w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${words}</w:t></w:r>`;
}

export function inserted(words: string, by = "Ann Lee"): string {
  return `<w:ins w:id="1" w:author="${by}" w:date="2026-05-14T09:00:00Z">${run(words)}</w:ins>`;
}

export function deleted(words: string, by = "Ann Lee"): string {
  return `<w:del w:id="2" w:author="${by}" w:date="2026-05-14T09:00:00Z"><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`;
}

export function mark(name: string): string {
  return `<w:bookmarkStart w:id="7" w:name="${name}"/><w:bookmarkEnd w:id="7"/>`;
}

export function table(rows: readonly (readonly string[])[], style = ""): string {
  const properties = style === "" ? "" : `<w:tblPr><w:tblStyle w:val="${style}"/></w:tblPr>`;
  return `<w:tbl>${properties}${rows
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`)
    .join("")}</w:tbl>`;
}

export const headingStyles = ["1", "2", "3", "4"]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`,
  )
  .join("");
