/** Rich text as HTML. Promises that no word of anybody becomes markup. */
import { isLinkAddress } from "../../../shared/link-address.ts";
import type { Mark, RichNode, RichText } from "../../../shared/rich-text.ts";
import { printable } from "../printable.ts";

export function escapeHtml(text: string): string {
  return printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Paragraphs, lists and tables. `lead` is HTML that stands before the first words. */
export function blocksOfHtml(text: RichText, lead = ""): string {
  const blocks = text.content.filter(hasWordsIn);
  const [first, ...rest] = blocks;
  if (!first) return "";
  const isBeside = first.type === "paragraph";
  return [
    isBeside
      ? blockOfHtml(first, lead)
      : `${lead === "" ? "" : `<p>${lead}</p>`}${blockOfHtml(first)}`,
    ...rest.map((block) => blockOfHtml(block)),
  ].join("\n");
}

/** The words in one line, whatever blocks they are in. */
export function lineOfHtml({ content }: RichText): string {
  return content.map(inlineOfHtml).filter(Boolean).join(" ");
}

function inlineOfHtml(node: RichNode): string {
  if (node.text !== undefined) return wordsOfHtml(node);
  const children = node.content ?? [];
  const isLine = children.every(({ text }) => text !== undefined);
  return children
    .map(inlineOfHtml)
    .filter(Boolean)
    .join(isLine ? "" : " ");
}

function blockOfHtml(node: RichNode, lead = ""): string {
  const children = (node.content ?? []).filter(
    (child) => node.type === "tableRow" || hasWordsIn(child),
  );
  const inside = (): string => children.map((child) => blockOfHtml(child)).join("");
  switch (node.type) {
    case "bulletList":
      return `<ul>${inside()}</ul>`;
    case "orderedList":
      return `<ol>${inside()}</ol>`;
    case "listItem":
      return `<li>${inside()}</li>`;
    case "table":
      return `<table>${tableOfHtml(node)}</table>`;
    default:
      return node.text === undefined && children.some(({ text }) => text === undefined)
        ? inside()
        : `<p dir="auto">${lead}${inlineOfHtml(node)}</p>`;
  }
}

function tableOfHtml(table: RichNode): string {
  const rows = (table.content ?? []).filter(({ content = [] }) => content.length > 0);
  const isHead = (row: RichNode): boolean =>
    (row.content ?? []).every(({ type }) => type === "tableHeader");
  const written = rows.map((row, at) => rowOfHtml(row, at === 0 && isHead(row)));
  const [first, ...rest] = written;
  if (first === undefined) return "";
  return rows[0] && isHead(rows[0])
    ? `<thead>${first}</thead><tbody>${rest.join("")}</tbody>`
    : `<tbody>${written.join("")}</tbody>`;
}

function rowOfHtml(row: RichNode, isHead: boolean): string {
  const cells = (row.content ?? []).map((cell) => {
    const tag = cell.type === "tableHeader" ? "th" : "td";
    const scope = tag === "td" ? "" : isHead ? ' scope="col"' : ' scope="row"';
    const spans = ["colspan", "rowspan"].map((name) => {
      const span = cell.attrs?.[name];
      return typeof span === "number" && span > 1 ? ` ${name}="${Math.floor(span)}"` : "";
    });
    const blocks = (cell.content ?? []).filter(hasWordsIn).map((block) => blockOfHtml(block));
    return `<${tag}${scope}${spans.join("")}>${blocks.join("")}</${tag}>`;
  });
  return `<tr>${cells.join("")}</tr>`;
}

function wordsOfHtml({ text = "", marks = [] }: RichNode): string {
  const words = escapeHtml(text).replaceAll("\n", "<br>");
  return marks.toSorted(linksLast).reduce(markedHtml, words);
}

/** A link goes round bold and italic, so that it stays one link. */
function linksLast(a: Mark, b: Mark): number {
  return Number(a.type === "link") - Number(b.type === "link");
}

function markedHtml(words: string, { type, attrs }: Mark): string {
  switch (type) {
    case "bold":
      return `<strong>${words}</strong>`;
    case "italic":
      return `<em>${words}</em>`;
    case "link": {
      const address = attrs?.["href"];
      return typeof address === "string" && isLinkAddress(address)
        ? `<a href="${escapeHtml(address)}">${words}</a>`
        : words;
    }
    default:
      return words;
  }
}

function hasWordsIn(node: RichNode): boolean {
  if (node.text !== undefined) return node.text !== "";
  const children = node.content ?? [];
  const isLine = children.every(({ text }) => text !== undefined);
  return isLine
    ? children
        .map(({ text = "" }) => text)
        .join("")
        .trim() !== ""
    : children.some(hasWordsIn);
}
