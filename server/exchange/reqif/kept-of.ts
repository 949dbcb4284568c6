/**
 * What `Item.extra` keeps of another tool's file, and how it is given back: as attributes, as the
 * object's own names, or as relations. Promises that it reads back the same.
 */
import type { Item } from "../../../shared/items.ts";
import type { RichText } from "../../../shared/rich-text.ts";
import type { ValueType } from "./read-model.ts";
import { readXhtml } from "./read-xhtml.ts";
import { readXmlText } from "./read-xml.ts";
import { keptNames, standardNames } from "./reqif-names.ts";
import { writeXhtml } from "./write-xhtml.ts";

export interface Kept {
  readonly identifier: string | undefined;
  readonly longName: string | undefined;
  readonly description: string | undefined;
  /** `ReqIF.Name`, when it is plain. */
  readonly name: string | undefined;
  /** Name of the kind of relation → identifiers of its targets. */
  readonly relations: ReadonlyMap<string, readonly string[]>;
  /** The rest, by name. */
  readonly attributes: ReadonlyMap<string, string>;
}

export function keptOf({ extra }: Pick<Item, "extra">): Kept {
  const attributes = new Map(Object.entries(extra));
  const relations = new Map<string, readonly string[]>();
  const take = (name: string): string | undefined => {
    const value = attributes.get(name);
    if (value === undefined || richExtra(value)) return undefined;
    attributes.delete(name);
    return value;
  };
  for (const [name, value] of Object.entries(extra)) {
    if (!name.startsWith(keptNames.relation)) continue;
    relations.set(name.slice(keptNames.relation.length), value.split("\n"));
    attributes.delete(name);
  }
  return {
    identifier: take(keptNames.identifier),
    longName: take(keptNames.longName),
    description: take(keptNames.description),
    name: take(standardNames.name),
    relations,
    attributes,
  };
}

/** What `extra` keeps of a rich text: its words, or its XHTML where words alone would lose something. */
export function extraOfRichText(text: RichText): string {
  const [first, ...more] = text.content;
  const words = first?.content ?? [];
  const isPlain =
    more.length === 0 &&
    (first === undefined ||
      (first.type === "paragraph" && words.every(({ marks }) => (marks ?? []).length === 0)));
  return isPlain ? words.map((node) => node.text ?? "").join("") : writeXhtml(text, "");
}

/** The rich text that `extraOfRichText` kept as XHTML, or null when it is words. */
export function richExtra(value: string): RichText | null {
  if (!value.startsWith("<div>")) return null;
  const read = readXmlText(value);
  if (read.state === "refused") return null;
  const { text } = readXhtml(read.root, "as-written");
  return writeXhtml(text, "") === value ? text : null;
}

/** The narrowest type in which all these values read back as they are. */
export function typeOfValues(values: readonly string[]): ValueType {
  if (values.some((value) => richExtra(value))) return "XHTML";
  const all = (pattern: RegExp): boolean => values.every((value) => pattern.test(value));
  if (all(/^(?:true|false)$/)) return "BOOLEAN";
  if (all(/^(?:0|-?[1-9]\d{0,14})$/)) return "INTEGER";
  if (all(/^-?(?:0|[1-9]\d{0,14})\.\d{1,15}$/)) return "REAL";
  if (all(dateTime) && values.every((value) => !Number.isNaN(Date.parse(value)))) return "DATE";
  return "STRING";
}

const dateTime =
  /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)?$/;
