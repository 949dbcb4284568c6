/**
 * The XHTML that ReqIF takes (its driver of the W3C's XHTML modules: text, hypertext, lists, edits,
 * presentation, styles, objects and tables), as a table, and a check of one value against it.
 */
import { XmlElement, XmlText, type XmlTreeNode } from "libxml2-wasm";

const xhtmlNamespace = "http://www.w3.org/1999/xhtml";

const words = (list: string): readonly string[] => list.split(" ");

const edits = words("ins del");
const inline = words(
  "br span em strong dfn code samp kbd var cite abbr acronym q tt i b big small sub sup a object",
);
const blocks = words("h1 h2 h3 h4 h5 h6 ul ol dl p div pre blockquote address hr table");
const inlineMix = [...inline, ...edits];
const flow = [...blocks, ...inlineMix];
const noAnchor = inlineMix.filter((name) => name !== "a");

interface XhtmlRule {
  /** What may stand in it. */
  readonly holds: readonly string[];
  /** Words may stand between the elements. */
  readonly isMixed: boolean;
  /** There is at least one element. */
  readonly isNeverEmpty?: boolean;
  readonly attributes?: readonly string[];
}

const mixed = (holds: readonly string[], attributes: readonly string[] = []): XhtmlRule => ({
  holds,
  isMixed: true,
  attributes,
});
const only = (list: string, attributes: readonly string[] = []): XhtmlRule => ({
  holds: words(list),
  isMixed: false,
  isNeverEmpty: true,
  attributes,
});
const nothing = (attributes: readonly string[] = []): XhtmlRule => ({
  holds: [],
  isMixed: false,
  attributes,
});

const common = words("id class title style lang dir");
const alignment = words("align char charoff valign");
const cell = mixed(flow, [...alignment, ...words("abbr axis headers rowspan colspan scope")]);

const rules: Readonly<Record<string, XhtmlRule>> = {
  ...Object.fromEntries(
    words(
      "p h1 h2 h3 h4 h5 h6 address dt caption span em strong dfn code samp kbd var cite abbr acronym tt i b big small sub sup",
    ).map((name) => [name, mixed(inlineMix)]),
  ),
  q: mixed(inlineMix, ["cite"]),
  pre: mixed(inlineMix, ["space"]),
  a: mixed(noAnchor, words("href charset type hreflang rel rev accesskey tabindex")),
  div: mixed(flow),
  li: mixed(flow),
  dd: mixed(flow),
  ins: mixed(flow, words("cite datetime")),
  del: mixed(flow, words("cite datetime")),
  object: mixed(
    [...flow, "param"],
    words("declare classid codebase data type codetype archive standby height width name tabindex"),
  ),
  param: nothing(words("name value valuetype type")),
  blockquote: { holds: [...blocks, ...edits], isMixed: false, attributes: ["cite"] },
  ul: only("li"),
  ol: only("li"),
  dl: only("dt dd"),
  table: only(
    "caption col colgroup thead tfoot tbody tr",
    words("summary width border frame rules cellspacing cellpadding"),
  ),
  thead: only("tr", alignment),
  tfoot: only("tr", alignment),
  tbody: only("tr", alignment),
  tr: only("th td", alignment),
  th: cell,
  td: cell,
  col: nothing([...alignment, "span", "width"]),
  colgroup: { holds: ["col"], isMixed: false, attributes: [...alignment, "span", "width"] },
  br: nothing(),
  hr: nothing(),
};

/** In this order in a table. */
const tableParts = words("caption col colgroup thead tfoot tbody tr");

/** @param value an element that is to hold one `p` or `div` */
export function problemsOfXhtml(value: XmlElement): string[] {
  const children = elementsIn(value);
  const [first] = children;
  const problems = first ? problemsIn(first) : [];
  if (children.length !== 1) problems.push(`holds ${children.length} elements, not one`);
  if (first && first.name !== "p" && first.name !== "div") problems.push(`holds a ${first.name}`);
  if (wordsDirectlyIn(value).trim() !== "") problems.push("holds words outside of p and div");
  return problems;
}

function problemsIn(element: XmlElement): string[] {
  const { name } = element;
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  if (!rule) return [`has the unknown element ${name}`];
  const problems: string[] = [];
  if (element.namespaceUri !== xhtmlNamespace) problems.push(`${name} is not in XHTML's namespace`);
  const children = elementsIn(element);
  for (const child of children)
    if (!rule.holds.includes(child.name)) problems.push(`${name} holds a ${child.name}`);
  if (rule.isNeverEmpty === true && children.length === 0) problems.push(`${name} is empty`);
  if (!rule.isMixed && wordsDirectlyIn(element).trim() !== "") problems.push(`${name} holds words`);
  for (const attribute of element.attrs)
    if (![...common, ...(rule.attributes ?? [])].includes(attribute.name))
      problems.push(`${name} has the attribute ${attribute.name}`);
  for (const span of ["colspan", "rowspan"])
    if (!/^\d+$/.test(element.attr(span)?.value ?? "1"))
      problems.push(`${name} has a wrong ${span}`);
  if (name === "table") problems.push(...problemsOfTable(children.map((child) => child.name)));
  return [...problems, ...children.flatMap(problemsIn)];
}

function problemsOfTable(parts: readonly string[]): string[] {
  const places = parts.map((part) => tableParts.indexOf(part));
  const problems = places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0))
    ? ["table has its parts in another order"]
    : [];
  if (parts.includes("tbody") === parts.includes("tr"))
    problems.push("table has rows and bodies, or neither");
  return problems;
}

function nodesIn(element: XmlElement): XmlTreeNode[] {
  const nodes: XmlTreeNode[] = [];
  for (let node = element.firstChild; node; node = node.next) nodes.push(node);
  return nodes;
}

export function elementsIn(element: XmlElement): XmlElement[] {
  return nodesIn(element).filter((node) => node instanceof XmlElement);
}

export function wordsDirectlyIn(element: XmlElement): string {
  return nodesIn(element)
    .map((node) => (node instanceof XmlText ? node.content : ""))
    .join("");
}
