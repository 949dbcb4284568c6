/** A rich text to be read: its paragraphs, lists, tables, links, bold and italic words, without an editor. */
import { createElement, type ReactNode } from "react";
import { isLinkAddress } from "../../shared/link-address.ts";
import type { Mark, RichNode, RichText } from "../../shared/rich-text.ts";
import "./rich-words.css";

interface RichWordsProps {
  readonly text: RichText;
}

export function RichWords({ text }: RichWordsProps): ReactNode {
  return <div className="rich-words">{nodesOf(text.content)}</div>;
}

const elements: Readonly<Record<string, string>> = {
  paragraph: "p",
  bulletList: "ul",
  orderedList: "ol",
  listItem: "li",
  tableRow: "tr",
  tableCell: "td",
  tableHeader: "th",
};

function nodesOf(nodes: readonly RichNode[] = []): ReactNode[] {
  return nodes.map(nodeOf);
}

/** What is unknown is shown as what it holds. The keys are places: what is here never changes. */
function nodeOf(node: RichNode, place: number): ReactNode {
  if (node.text !== undefined) return wordsOf(node.text, node.marks ?? [], place);
  const inside = nodesOf(node.content);
  if (node.type === "table")
    return (
      <table key={place}>
        <tbody>{inside}</tbody>
      </table>
    );
  const element = elements[node.type] ?? "div";
  return createElement(element, { key: place, ...spansOf(node) }, ...inside);
}

function wordsOf(text: string, marks: readonly Mark[], place: number): ReactNode {
  return marks.reduceRight<ReactNode>((inside, { type, attrs }) => {
    const href: unknown = attrs?.["href"];
    if (type === "bold") return <b key={place}>{inside}</b>;
    if (type === "italic") return <i key={place}>{inside}</i>;
    if (type === "link" && typeof href === "string" && isLinkAddress(href))
      return (
        <a key={place} href={href} rel="noreferrer">
          {inside}
        </a>
      );
    return inside;
  }, text);
}

function spansOf({ type, attrs = {} }: RichNode): Record<string, unknown> {
  if (type !== "tableCell" && type !== "tableHeader") return {};
  const span = (name: string): number | undefined => {
    const value = attrs[name];
    return typeof value === "number" && value > 1 ? value : undefined;
  };
  const scope = type === "tableHeader" ? { scope: "col" } : {};
  return { colSpan: span("colspan"), rowSpan: span("rowspan"), ...scope };
}
