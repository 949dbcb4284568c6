/**
 * How our Word files say which words belong to which field of which item: hidden bookmarks, whose names
 * writer and reader both get from here ([decision 18](../../../docs/decisions/0018-a-word-file-says-what-is-what.md)).
 * Promises that a name read back gives what it was made of, and that it is one that Word allows.
 */
import type { ItemKind } from "../../../shared/item-kinds.ts";

/** What a mark stands for. */
export type MarkOf =
  | {
      readonly of: "field";
      readonly kind: ItemKind;
      readonly field: string;
      readonly itemId: string;
    }
  /** `tail` is what follows the borough in the variation's key. */
  | { readonly of: "variation"; readonly tail: string }
  /** From here on nothing is the statement's own text. */
  | { readonly of: "end" };

/** Two letters for each field. They are in files that people keep, so they never change. */
const codes: Readonly<Record<ItemKind, Readonly<Record<string, string>>>> = {
  section: { title: "st" },
  text: { body: "tb" },
  outcome: { body: "ob", measure: "om" },
  need: { asA: "na", iNeed: "nn", soThat: "ns", evidence: "ne", metWhen: "nw" },
  requirement: { statement: "rr", measure: "rm", rationale: "ry" },
};
const variationCode = "va";
const prefix = "_nl_";
/** Word's limit. */
const longestName = 40;

const fieldsByCode: ReadonlyMap<string, { readonly kind: ItemKind; readonly field: string }> =
  new Map(
    Object.entries(codes).flatMap(([kind, fields]) =>
      Object.entries(fields).map(
        ([field, code]) => [code, { kind: kind as ItemKind, field }] as const,
      ),
    ),
  );

/** The bookmark's name, or null for an id that none can hold. */
export function markName(mark: MarkOf): string | null {
  switch (mark.of) {
    case "end":
      return `${prefix}end`;
    case "variation":
      return nameOf(variationCode, mark.tail);
    case "field": {
      const code = codes[mark.kind][mark.field];
      return code === undefined ? null : nameOf(code, mark.itemId);
    }
  }
}

/** What a bookmark's name says, or null when it is none of ours. */
export function readMark(name: string): MarkOf | null {
  if (name === `${prefix}end`) return { of: "end" };
  const [, code = "", written = ""] = /^_nl_([a-z]{2})_([A-Za-z0-9_]+)$/.exec(name) ?? [];
  const id = written.replace(/_[_0]/g, (two) => (two === "__" ? "_" : "-"));
  if (id === "") return null;
  if (code === variationCode) return { of: "variation", tail: id };
  const field = fieldsByCode.get(code);
  return field ? { of: "field", ...field, itemId: id } : null;
}

/** `R_27`: what a link to an item leads to, and what people find under Go to. */
export function referenceMark(reference: string): string {
  return reference.replace(/[^A-Za-z0-9]/g, "_").slice(0, longestName);
}

function nameOf(code: string, id: string): string | null {
  if (!/^[A-Za-z0-9_-]+$/.test(id)) return null;
  const written = id.replace(/[_-]/g, (letter) => (letter === "_" ? "__" : "_0"));
  const name = `${prefix}${code}_${written}`;
  return name.length <= longestName ? name : null;
}
