/**
 * Opens a Word file: the zip, and in it the parts that hold words, styles, numbering, notes and
 * properties. Promises a plain answer for a file that is something else, that macros and what the file
 * links to are never opened, and that a broken side part costs only what it holds.
 */
import { readZip } from "../zip.ts";
import { readStyles, type Styles } from "./read-styles.ts";
import {
  childOf,
  elementsInside,
  elementsOf,
  readXml,
  UnreadableXml,
  wordsIn,
  type XmlElement,
} from "./read-xml.ts";

export interface WordFile {
  readonly body: XmlElement;
  readonly styles: Styles;
  readonly numbering: XmlElement | null;
  readonly footnotes: ReadonlyMap<string, XmlElement>;
  readonly endnotes: ReadonlyMap<string, XmlElement>;
  readonly comments: readonly WordComment[];
  /** Addresses outside the file, by the id of the relationship. */
  readonly externalTargets: ReadonlyMap<string, string>;
  /** Its title among the properties, or "". */
  readonly title: string;
  /** Properties that somebody, or Needline, gave it. */
  readonly properties: ReadonlyMap<string, string>;
  readonly hasMacros: boolean;
}

export interface WordComment {
  readonly id: string;
  readonly by: string;
  readonly words: string;
}

export type OpenedFile =
  | { readonly state: "opened"; readonly file: WordFile }
  /** What it is instead, and what to do. */
  | { readonly state: "refused"; readonly what: string };

const saveAsDocx = "Open it in Word, save it as a Word document (.docx), then choose that file.";

export async function openWordFile(bytes: Uint8Array): Promise<OpenedFile> {
  const other = otherFile(bytes);
  if (other !== null) return refused(other);
  const zip = await readZip(bytes, (name) => /\.(?:xml|rels)$/i.test(name) && !isMedia(name));
  if (zip.state === "refused") return zip;
  const wrong = otherPackage(zip.names);
  if (wrong !== null) return refused(wrong);
  try {
    return { state: "opened", file: readParts(zip.files, zip.names) };
  } catch (error) {
    if (error instanceof UnreadableXml) return refused(error.message);
    throw error;
  }
}

type Files = ReadonlyMap<string, Uint8Array>;

function readParts(files: Files, names: readonly string[]): WordFile {
  const roots = relationsOf(files, "");
  const mainPath = roots.find(({ type }) => type === "officeDocument")?.target ?? mainPart;
  const root = partOf(files, mainPath);
  const body = childOf(root ?? undefined, "w:body");
  if (!body)
    throw new UnreadableXml(`This is not a Word document: it has no text in it. ${saveAsDocx}`);
  const relations = relationsOf(files, mainPath);
  const part = (type: string): XmlElement | null => {
    const path = relations.find((relation) => relation.type === type && !relation.external);
    return path ? optionalPartOf(files, path.target) : null;
  };
  const core = optionalPartOf(
    files,
    roots.find(({ type }) => type === "core-properties")?.target ?? "docProps/core.xml",
  );
  const custom = optionalPartOf(
    files,
    roots.find(({ type }) => type === "custom-properties")?.target ?? "docProps/custom.xml",
  );
  return {
    body,
    styles: readStyles(part("styles")),
    numbering: part("numbering"),
    footnotes: notesIn(part("footnotes"), "w:footnote"),
    endnotes: notesIn(part("endnotes"), "w:endnote"),
    comments: commentsIn(part("comments")),
    externalTargets: new Map(
      relations.filter(({ external }) => external).map(({ id, target }) => [id, target]),
    ),
    title: wordsIn(childOf(core ?? undefined, "dc:title")).trim(),
    properties: propertiesIn(custom),
    hasMacros: names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name)),
  };
}

interface Relation {
  readonly id: string;
  /** The last part of its type: "styles", "officeDocument". */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

const mainPart = "word/document.xml";

/** @param path of the part that the relations are of, or "" for the whole file */
function relationsOf(files: Files, path: string): Relation[] {
  const slash = path.lastIndexOf("/") + 1;
  const [folder, name] = [path.slice(0, slash), path.slice(slash)];
  const root = optionalPartOf(files, `${folder}_rels/${name}.rels`);
  return elementsOf(root ?? undefined, "rel:Relationship").map(({ attrs }) => {
    const external = attrs["TargetMode"] === "External";
    const target = attrs["Target"] ?? "";
    return {
      id: attrs["Id"] ?? "",
      type: (attrs["Type"] ?? "").replace(/^.*\//, ""),
      target: external ? target : pathFrom(folder, target),
      external,
    };
  });
}

/** Stays inside the zip, whatever the target says: it is only looked up among its names. */
function pathFrom(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** @throws UnreadableXml */
function partOf(files: Files, path: string): XmlElement | null {
  const bytes = files.get(path);
  return bytes ? readXml(decode(bytes)) : null;
}

function optionalPartOf(files: Files, path: string): XmlElement | null {
  try {
    return partOf(files, path);
  } catch (error) {
    if (error instanceof UnreadableXml) return null;
    throw error;
  }
}

/** Word writes UTF-8; UTF-16 with its mark is allowed too. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = wide ? (first === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

function notesIn(root: XmlElement | null, name: string): Map<string, XmlElement> {
  const notes = elementsOf(root ?? undefined, name).filter(
    // The lines that part notes from the text are notes of a type of their own.
    ({ attrs }) => attrs["w:type"] === undefined || attrs["w:type"] === "normal",
  );
  return new Map(notes.map((note) => [note.attrs["w:id"] ?? "", note]));
}

function commentsIn(root: XmlElement | null): WordComment[] {
  return elementsOf(root ?? undefined, "w:comment").map((comment) => ({
    id: comment.attrs["w:id"] ?? "",
    by: comment.attrs["w:author"] ?? "",
    words: elementsInside(comment, "w:p")
      .map((paragraph) => elementsInside(paragraph, "w:t").map(wordsIn).join(""))
      .join(" ")
      .trim(),
  }));
}

function propertiesIn(root: XmlElement | null): Map<string, string> {
  return new Map(
    elementsOf(root ?? undefined, "op:property").map((property) => [
      property.attrs["name"] ?? "",
      wordsIn(property).trim(),
    ]),
  );
}

function isMedia(name: string): boolean {
  return /(?:^|\/)(?:media|embeddings|theme|fonts|customXml)\//i.test(name);
}

/** Told by its first bytes, before anything is unpacked. */
function otherFile(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return "The file is empty. Choose another.";
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return `This is an old Word file (.doc), or one locked with a password. ${saveAsDocx}`;
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    return "This is a PDF. Choose the Word document that it was made from.";
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66]))
    return `This is a Rich Text file (.rtf). ${saveAsDocx}`;
  return startsWith(bytes, [0x50, 0x4b]) ? null : `This is not a Word document. ${saveAsDocx}`;
}

function otherPackage(names: readonly string[]): string | null {
  const has = (start: string): boolean => names.some((name) => name.startsWith(start));
  if (has("word/")) return null;
  if (has("xl/"))
    return "This is an Excel workbook, not a Word document. Save it with the ending .xlsx, then choose it.";
  if (has("ppt/")) return "This is a presentation, not a Word document. Copy its words into one.";
  if (names.includes("content.xml")) return `This is an OpenDocument file (.odt). ${saveAsDocx}`;
  return names.includes("[Content_Types].xml")
    ? null
    : `This is not a Word document. ${saveAsDocx}`;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function refused(what: string): OpenedFile {
  return { state: "refused", what };
}
