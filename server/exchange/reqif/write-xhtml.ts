/**
 * Rich text as the XHTML that ReqIF allows: one `div` of paragraphs, lists and tables. Promises that
 * what `read-xhtml.ts` reads of it, letter by letter, is the same text.
 */
import type { Mark, RichNode, RichText } from "../../../shared/rich-text.ts";
import { xmlAttributes, xmlText } from "./xml-words.ts";

const elements: Readonly<Record<string, string>> = {
  paragraph: "p",
  bulletList: "ul",
  orderedList: "ol",
  listItem: "li",
  table: "table",
  tableRow: "tr",
  tableHeader: "th",
  tableCell: "td",
};

/** XHTML has none of these without something in it. */
const neverEmpty = new Set(["bulletList", "orderedList", "table"]);

const markElements = [
  { type: "bold", element: "strong" },
  { type: "italic", element: "em" },
] as const;

/** @param prefix of the XHTML namespace with its colon, or "" */
export function writeXhtml(text: RichText, prefix = "xhtml:"): string {
  return `<${prefix}div>${writeAll(text.content, prefix)}</${prefix}div>`;
}

function writeAll(nodes: readonly RichNode[], prefix: string): string {
  return nodes.map((node) => writeNode(node, prefix)).join("");
}

function writeNode(node: RichNode, prefix: string): string {
  if (node.text !== undefined) return writeWords(node.text, node.marks ?? [], prefix);
  const element = elements[node.type];
  const children = node.content ?? [];
  if (element === undefined) return writeAll(children, prefix);
  if (neverEmpty.has(node.type) && children.length === 0) return "";
  const inside =
    node.type === "tableRow" && children.length === 0
      ? `<${prefix}td/>`
      : writeAll(children, prefix);
  const start = `${prefix}${element}${xmlAttributes(cellAttributes(node))}`;
  return inside === "" ? `<${start}/>` : `<${start}>${inside}</${prefix}${element}>`;
}

function writeWords(words: string, marks: readonly Mark[], prefix: string): string {
  let written = xmlText(words);
  for (const { type, element } of markElements)
    if (marks.some((mark) => mark.type === type))
      written = `<${prefix}${element}>${written}</${prefix}${element}>`;
  const href = marks.find(({ type }) => type === "link")?.attrs?.["href"];
  if (typeof href !== "string") return written;
  return `<${prefix}a${xmlAttributes({ href })}>${written}</${prefix}a>`;
}

/** Widths of columns have no place in XHTML's cells, so the class carries them: `columns-120-80`. */
function cellAttributes({ type, attrs = {} }: RichNode): Record<string, string | undefined> {
  if (type !== "tableCell" && type !== "tableHeader") return {};
  const { colspan, rowspan, align, colwidth } = attrs;
  return {
    colspan: spanOf(colspan),
    rowspan: spanOf(rowspan),
    align:
      typeof align === "string" && /^(?:left|center|right|justify)$/.test(align)
        ? align
        : undefined,
    class:
      Array.isArray(colwidth) && colwidth.length > 0
        ? `columns-${colwidth.map(String).join("-")}`
        : undefined,
  };
}

function spanOf(span: unknown): string | undefined {
  return typeof span === "number" && span !== 1 ? String(span) : undefined;
}
