/** The shape of an outline, and the items and links of a new statement that it comes to. */
import { itemKinds, mainField, type ItemKind, type Priority } from "../../shared/item-kinds.ts";
import type { NewItem } from "../../shared/items.ts";
import { takeNeedApart } from "../../shared/need-sentence.ts";
import type { RichText } from "../../shared/rich-text.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import type { How } from "../../shared/thread.ts";

/** What is said of an item besides its words. */
interface Said {
  readonly priority?: Priority;
  /** A requirement's or outcome's measure; when a need is met. */
  readonly measure?: string;
  readonly why?: string;
  /** Names of the needs and outcomes that a requirement meets: "visit", or "visit partly". */
  readonly meets?: readonly string[];
  /** Name of a need or outcome, for `meets`. */
  readonly name?: string;
}

export interface OutlineItem extends Said {
  readonly kind: ItemKind;
  readonly text: RichText;
}

export type Outline = readonly OutlineItem[];

export function section(title: string): OutlineItem {
  return { kind: "section", text: richTextFromPlain(title) };
}

/**
 * What to write here, in italics, with points to think of.
 * @param points each a line of a list
 */
export function guide(words: string, points: readonly string[] = []): OutlineItem {
  const paragraph = (text: string, marks?: readonly { readonly type: string }[]) => ({
    type: "paragraph",
    content: [{ type: "text", text, ...(marks ? { marks } : {}) }],
  });
  const list = {
    type: "bulletList",
    content: points.map((point) => ({ type: "listItem", content: [paragraph(point)] })),
  };
  const first = paragraph(`Guidance: ${words}`, [{ type: "italic" }]);
  return {
    kind: "text",
    text: { type: "doc", content: points.length === 0 ? [first] : [first, list] },
  };
}

/** Words that may stay, with [what to fill in] in square brackets. */
export function text(words: string): OutlineItem {
  return { kind: "text", text: richTextFromPlain(words) };
}

export function outcome(name: string, body: string, measure: string): OutlineItem {
  return { kind: "outcome", text: richTextFromPlain(body), name, measure };
}

/** @param sentence "As a resident, I need to report a repair at any hour so that…" */
export function need(
  name: string,
  priority: Priority,
  sentence: string,
  measure?: string,
): OutlineItem {
  const said = { name, priority, ...(measure === undefined ? {} : { measure }) };
  return { kind: "need", text: richTextFromPlain(sentence), ...said };
}

export function requirement(priority: Priority, words: string, said: Said = {}): OutlineItem {
  return { kind: "requirement", text: richTextFromPlain(words), priority, ...said };
}

/** A link of an outline, by places in it. */
export interface OutlineLink {
  readonly requirement: number;
  readonly need: number;
  readonly how: How;
}

/** The words of an item by field, as a new item has them. */
export function fieldsOf({ kind, text: words, measure, why }: OutlineItem): NewItem["fields"] {
  const fields: Record<string, RichText> = { [mainField(kind)]: words };
  if (kind === "need") {
    const { asA, iNeed, soThat } = takeNeedApart(plainOf(words));
    fields["asA"] = richTextFromPlain(asA);
    fields["iNeed"] = richTextFromPlain(iNeed);
    fields["soThat"] = richTextFromPlain(soThat);
  }
  const measureField = kind === "need" ? "metWhen" : "measure";
  if (measure !== undefined) fields[measureField] = richTextFromPlain(measure);
  if (why !== undefined) fields["rationale"] = richTextFromPlain(why);
  return fields;
}

/** @throws Error for a name that no need or outcome has: an outline is checked by its test */
export function linksOf(outline: Outline): OutlineLink[] {
  const named = new Map(
    outline.flatMap(({ name }, at): [string, number][] => (name === undefined ? [] : [[name, at]])),
  );
  return outline.flatMap(({ meets = [] }, at) =>
    meets.map((said): OutlineLink => {
      const [name = "", how = "fully"] = said.split(" ");
      const found = named.get(name);
      if (found === undefined) throw new Error(`No need of the outline is called ${name}.`);
      return { requirement: at, need: found, how: how === "partly" ? "partly" : "fully" };
    }),
  );
}

export function hasPriority({ kind }: OutlineItem): boolean {
  return itemKinds[kind].hasPriority;
}

function plainOf(words: RichText): string {
  return words.content
    .flatMap(({ content = [] }) => content.map((node) => node.text ?? ""))
    .join(" ");
}
