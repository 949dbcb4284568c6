/**
 * Reads XML into a small tree of local names. Promises never to follow anything out of the file: no
 * document types, no entities but XML's own and HTML's commonest letters, and an end to size and depth.
 */
import { SaxesParser } from "saxes";

export interface XmlElement {
  /** Without its prefix: files use any, and some forget to say what theirs stands for. */
  readonly name: string;
  /** By their names without prefixes. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

export type ReadXml =
  | { readonly state: "read"; readonly root: XmlElement }
  | { readonly state: "refused"; readonly what: string };

const xmlLimits = {
  /** Elements inside one another. Real files come to about forty. */
  depth: 200,
  elements: 2_000_000,
} as const;

/** What people's tools leave in XHTML without saying what it stands for. */
const letters: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  shy: "",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  bull: "•",
  middot: "·",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  pound: "£",
  euro: "€",
  copy: "©",
  reg: "®",
  trade: "™",
  deg: "°",
  times: "×",
  eacute: "é",
};

class Refused extends Error {}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
}

export function readXml(bytes: Uint8Array): ReadXml {
  const text = decodeXml(bytes);
  return text === null
    ? refused("The letters of the file cannot be told apart. Save it as UTF-8, then try again.")
    : readXmlText(text);
}

export function readXmlText(text: string): ReadXml {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const root: Open = { name: "", attributes: new Map(), children: [] };
  const open: Open[] = [root];
  let elements = 0;
  Object.assign(parser.ENTITIES, letters);
  parser.on("doctype", () => {
    throw new Refused(
      "The file has a document type (DOCTYPE), which can hide harmful things. Save it without one, then try again.",
    );
  });
  parser.on("error", (error) => {
    // A letter by a name that nobody knows: the name stays in the text.
    if (error.message.includes("undefined entity")) return;
    throw new Refused(
      `The file is broken at line ${parser.line}: it is not well-formed XML. Export it again from the tool that made it.`,
    );
  });
  parser.on("opentag", ({ name, attributes }) => {
    elements += 1;
    if (open.length > xmlLimits.depth || elements > xmlLimits.elements)
      throw new Refused("The file is nested too deeply or too large to read. Split it.");
    const element: Open = { name: localName(name), attributes: named(attributes), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  const addText = (words: string): void => {
    if (open.length > 1) open.at(-1)?.children.push(words);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Refused) return refused(error.message);
    throw error;
  }
  const first = root.children.find((child) => typeof child !== "string");
  return first ? { state: "read", root: first } : refused("The file is empty.");
}

/** The children that are elements, of one name or of all. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement =>
      typeof child !== "string" && (name === undefined || child.name === name),
  );
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

/** All words inside, in order. */
export function wordsIn(element: XmlElement | undefined): string {
  if (!element) return "";
  return element.children
    .map((child) => (typeof child === "string" ? child : wordsIn(child)))
    .join("");
}

/** White space as XML has it becomes single spaces; a space that binds words stays. */
export function oneLine(words: string): string {
  return words.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");
}

function refused(what: string): ReadXml {
  return { state: "refused", what };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function named(attributes: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    Object.entries(attributes)
      .filter(([name]) => !name.startsWith("xmlns"))
      .map(([name, value]) => [localName(name), value]),
  );
}

/** By the byte order mark, else as the declaration says, else UTF-8; null when the bytes are something else. */
function decodeXml(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const mark = start.startsWith("\u00ff\u00fe")
    ? "utf-16le"
    : start.startsWith("\u00fe\u00ff")
      ? "utf-16be"
      : undefined;
  const declared = /^[^<]*<\?xml[^>]*encoding=["']([\w.-]+)["']/i.exec(start)?.[1];
  try {
    return new TextDecoder(mark ?? declared ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
