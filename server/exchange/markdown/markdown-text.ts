/**
 * Rich text as Markdown (CommonMark, and pipe tables as GitHub reads them). Promises that no word of
 * anybody becomes markup or HTML.
 */
import { isLinkAddress } from "../../../shared/link-address.ts";
import { hasWords } from "../../../shared/plain-text.ts";
import type { RichNode, RichText } from "../../../shared/rich-text.ts";
import { blocksOfHtml } from "../html/html-text.ts";
import { printable } from "../printable.ts";

/** Words in one line. */
export function escapeMarkdown(text: string): string {
  return (
    printable(text)
      .replace(/\s*\n\s*/g, " ")
      .replace(/[\\`*_{}[\]<>|~]/g, String.raw`\$&`)
      .replaceAll("&", "&amp;")
      // What begins a line as a heading, a list or a rule would.
      .replace(/^(\s*)([#+\-=])/, String.raw`$1\$2`)
      .replace(/^(\s*\d+)([.)])/, String.raw`$1\$2`)
  );
}

/** Blocks parted by blank lines. `lead` is Markdown that stands before the first words. */
export function blocksOfMarkdown(text: RichText, lead = ""): string[] {
  const blocks = text.content.filter(says);
  const [first, ...rest] = blocks;
  if (!first) return [];
  const isBeside = first.type === "paragraph";
  return [
    ...(isBeside || lead === "" ? [] : [lead.trim()]),
    `${isBeside ? lead : ""}${blockOfMarkdown(first)}`,
    ...rest.map(blockOfMarkdown),
  ];
}

/** All words in one line, with bold, italic and links. */
export function lineOfMarkdown(text: RichText): string {
  return text.content.filter(says).map(inlineOf).join(" ");
}

function blockOfMarkdown(node: RichNode): string {
  switch (node.type) {
    case "bulletList":
    case "orderedList":
      return listOf(node);
    case "table":
      return isSimple(node) ? pipeTable(node) : blocksOfHtml({ type: "doc", content: [node] });
    default:
      return inlineOf(node);
  }
}

function listOf(list: RichNode): string {
  const items = (list.content ?? []).filter(says);
  return items
    .map((item, at) => {
      const sign = list.type === "orderedList" ? `${at + 1}. ` : "- ";
      const blocks = (item.content ?? []).filter(says).map(blockOfMarkdown);
      return `${sign}${blocks.join("\n\n").replace(/\n(?=.)/g, `\n${" ".repeat(sign.length)}`)}`;
    })
    .join("\n");
}

/** A paragraph in each cell at most, and no cell over several. */
function isSimple(table: RichNode): boolean {
  return (table.content ?? []).every(({ content = [] }) =>
    content.every(
      ({ attrs = {}, content: blocks = [] }) =>
        (attrs["colspan"] ?? 1) === 1 &&
        (attrs["rowspan"] ?? 1) === 1 &&
        blocks.filter(says).length < 2 &&
        blocks.every(({ type }) => type === "paragraph"),
    ),
  );
}

function pipeTable(table: RichNode): string {
  const rows = (table.content ?? []).map(({ content = [] }) =>
    content.map((cell) => (cell.content ?? []).map(inlineOf).join("")),
  );
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const isHead = (table.content?.[0]?.content ?? []).every(({ type }) => type === "tableHeader");
  const [head, ...body] = isHead ? rows : [[], ...rows];
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, at) => cells[at] ?? "").join(" | ")} |`;
  return [
    line(head ?? []),
    line(Array.from({ length: columns }, () => "---")),
    ...body.map(line),
  ].join("\n");
}

function inlineOf(node: RichNode): string {
  if (node.text === undefined) return (node.content ?? []).map(inlineOf).join("");
  // Signs of emphasis count only beside words, so white space stays outside of them.
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(node.text) ?? [];
  if (words === "") return escapeMarkdown(node.text);
  let marked = escapeMarkdown(words);
  for (const { type, attrs } of node.marks ?? []) {
    const address = attrs?.["href"];
    if (type === "bold") marked = `**${marked}**`;
    else if (type === "italic") marked = `*${marked}*`;
    else if (type === "link" && typeof address === "string" && isLinkAddress(address))
      marked = `[${marked}](<${address.replace(/[<>\\\n]/g, encodeURIComponent)}>)`;
  }
  return `${before}${marked}${after}`;
}

function says(node: RichNode): boolean {
  return hasWords({ type: "doc", content: [node] });
}
