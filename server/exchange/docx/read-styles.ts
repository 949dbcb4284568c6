/** What a Word file's styles mean for reading: headings, lists, titles, bold and italic, through the styles they are based on. */
import { childOf, elementsOf, type XmlElement } from "./read-xml.ts";

export interface Style {
  /** In lower case: "heading 1", whatever language the file was made in. */
  readonly name: string;
  /** 1 to 9, or null. */
  readonly heading: number | null;
  readonly numbering: NumberingUse | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly hidden: boolean | null;
}

/** Which list a paragraph says it is in. */
export interface NumberingUse {
  readonly numId: string;
  /** 0 to 8; null when only the list's own levels say. */
  readonly level: number | null;
}

export interface Styles {
  readonly get: (id: string | undefined) => Style;
  /** Id of the style of paragraphs that name none. */
  readonly ofParagraphs: string | undefined;
}

const plain: Style = {
  name: "",
  heading: null,
  numbering: null,
  bold: null,
  italic: null,
  hidden: null,
};

export function readStyles(root: XmlElement | null): Styles {
  const elements = new Map<string, XmlElement>();
  let ofParagraphs: string | undefined;
  for (const element of elementsOf(root ?? undefined, "w:style")) {
    const id = element.attrs["w:styleId"];
    if (id === undefined) continue;
    elements.set(id, element);
    if (element.attrs["w:type"] === "paragraph" && isOn(element.attrs["w:default"]))
      ofParagraphs = id;
  }
  const read = new Map<string, Style>();
  const get = (id: string | undefined, depth = 0): Style => {
    if (id === undefined || depth > 20) return plain;
    const before = read.get(id);
    if (before) return before;
    const element = elements.get(id);
    if (!element) return { ...plain, name: id.toLowerCase() };
    const basedOn = childOf(element, "w:basedOn")?.attrs["w:val"];
    const style = readStyle(element, get(basedOn, depth + 1));
    read.set(id, style);
    return style;
  };
  return { get: (id) => get(id), ofParagraphs };
}

/** "w:outlineLvl" counts from 0, and 9 is the text between. */
export function readOutlineLevel(properties: XmlElement | undefined): number | null | undefined {
  const value = childOf(properties, "w:outlineLvl")?.attrs["w:val"];
  if (value === undefined) return undefined;
  const level = Number(value);
  return level >= 0 && level <= 8 ? level + 1 : null;
}

/** undefined: it says nothing; null: it is in no list. */
export function readNumberingUse(
  properties: XmlElement | undefined,
): Partial<NumberingUse> | null | undefined {
  const use = childOf(properties, "w:numPr");
  if (!use) return undefined;
  const numId = childOf(use, "w:numId")?.attrs["w:val"];
  const level = childOf(use, "w:ilvl")?.attrs["w:val"];
  if (numId === "0") return null;
  return {
    ...(numId === undefined ? {} : { numId }),
    ...(level === undefined ? {} : { level: Math.min(Math.max(Number(level) || 0, 0), 8) }),
  };
}

/** Whether a switch such as "w:b" is on, off or not said. */
export function readSwitch(properties: XmlElement | undefined, name: string): boolean | null {
  const element = childOf(properties, name);
  if (!element) return null;
  return element.attrs["w:val"] === undefined || isOn(element.attrs["w:val"]);
}

function readStyle(element: XmlElement, base: Style): Style {
  const name = (childOf(element, "w:name")?.attrs["w:val"] ?? "").toLowerCase();
  const paragraph = childOf(element, "w:pPr");
  const run = childOf(element, "w:rPr");
  const named = /^heading ([1-9])$/.exec(name)?.[1];
  const outline = readOutlineLevel(paragraph);
  const numbering = readNumberingUse(paragraph);
  return {
    name,
    heading: named === undefined ? (outline === undefined ? base.heading : outline) : Number(named),
    numbering: mergeNumbering(numbering, base.numbering),
    bold: readSwitch(run, "w:b") ?? base.bold,
    italic: readSwitch(run, "w:i") ?? base.italic,
    hidden: readSwitch(run, "w:vanish") ?? base.hidden,
  };
}

export function mergeNumbering(
  own: Partial<NumberingUse> | null | undefined,
  base: NumberingUse | null,
): NumberingUse | null {
  if (own === undefined) return base;
  if (own === null) return null;
  const numId = own.numId ?? base?.numId;
  if (numId === undefined) return null;
  return { numId, level: own.level ?? base?.level ?? null };
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !["0", "false", "off"].includes(value);
}
