/** Statements at two moments, written down in a few words or made at random, for tests of comparing. */
import fc from "fast-check";
import { itemKinds, allKinds, defaultPriorityWords } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { emptyRecord, type RecordState } from "../../../shared/record-state.ts";
import type { RichText } from "../../../shared/rich-text.ts";
import { richTextFromPlain } from "../../../shared/rich-text.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { someText, textAndChange } from "../a-rich-text.ts";
import { anItem } from "../commands/a-statement.ts";

export function aWhole(
  items: readonly Item[],
  { record = emptyRecord, ...more }: Partial<WholeStatement> = {},
): WholeStatement {
  return {
    statementId: "statement",
    title: "Housing repairs",
    priorityWords: defaultPriorityWords,
    items,
    record: withReferences(items, record),
    at: "2026-05-14T09:00:00.000Z",
    version: null,
    ...more,
  };
}

/** Items are called by their ids, as `anItem`'s are: R-1, N-2. */
function withReferences(items: readonly Item[], record: RecordState): RecordState {
  const named = items.filter(({ kind }) => itemKinds[kind].referenceLetter !== null);
  return { ...record, references: new Map(named.map(({ id }) => [id, id])) };
}

/** A requirement that says so, or a section for what begins with `#`. */
export function anItemSaying(id: string, text: string, more: Partial<Item> = {}): Item {
  if (text.startsWith("# ")) {
    const fields = { title: richTextFromPlain(text.slice(2)) };
    return { ...anItem(id, "section", ""), fields, ...more };
  }
  return { ...anItem(id, id.startsWith("N") ? "need" : "requirement", text), ...more };
}

const someFields = (kind: Item["kind"]): fc.Arbitrary<Record<string, RichText>> =>
  fc.record(
    Object.fromEntries(
      itemKinds[kind].fields.map(({ name, lines }) => [name, lines === "one" ? oneLine : someText]),
    ),
  );
const oneLine = fc
  .string({ maxLength: 20 })
  .map((text) => richTextFromPlain(text.replace(/\s+/g, " ")));

const someItem = (id: string): fc.Arbitrary<Item> =>
  fc.constantFrom(...allKinds).chain((kind) =>
    fc
      .record({
        fields: someFields(kind),
        priority: fc.constantFrom(null, "must", "should", "could", "wont"),
        level: kind === "section" ? fc.constantFrom(1, 2, 3) : fc.constant(1),
        raisedBy: fc.subarray(["camden", "hackney"]),
        removed: fc.constantFrom(null, null, null, { why: "too dear" }),
        variations: fc
          .subarray(["camden:1", "hackney:1", "hackney:2"])
          .chain((keys) =>
            fc.tuple(
              ...keys.map((key) =>
                someText.map((text) => ({ key, boroughId: key.split(":")[0] ?? "", text })),
              ),
            ),
          ),
      })
      .map((parts) => ({ ...anItem(id, kind, ""), ...parts })),
  );

/** What becomes of an item: nothing mostly. */
const someFate = fc.constantFrom("same", "same", "same", "words", "all", "gone", "removed", "back");

/** Two moments of a statement with much in common. */
export const twoMoments: fc.Arbitrary<readonly [WholeStatement, WholeStatement]> = fc
  .integer({ min: 0, max: 7 })
  .chain((count) =>
    fc.tuple(
      fc.tuple(
        ...ids(count).map((id) => fc.tuple(someItem(id), someItem(id), someFate, textAndChange)),
      ),
      fc.tuple(...["x", "y"].map((id) => fc.tuple(someItem(id), fc.nat(8)))),
      fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 2 }),
    ),
  )
  .map(([kept, added, moves]) => {
    const before: Item[] = [];
    const after: Item[] = [];
    for (const [item, other, fate, [text, changed]] of kept) {
      const field = itemKinds[item.kind].fields.at(-1)?.name ?? "";
      const was = fate === "words" ? { ...item, fields: { ...item.fields, [field]: text } } : item;
      before.push(fate === "back" ? { ...was, removed: { why: "too dear" } } : was);
      if (fate === "gone") continue;
      if (fate === "words") after.push({ ...was, fields: { ...was.fields, [field]: changed } });
      else if (fate === "all" && other.kind === item.kind) after.push(other);
      else if (fate === "removed") after.push({ ...was, removed: { why: "doubled" } });
      else after.push(fate === "back" ? { ...was, removed: null } : was);
    }
    for (const [item, place] of added) after.splice(place, 0, item);
    for (const [from, to] of moves) after.splice(to, 0, ...after.splice(from, 1));
    const version = { number: 2, name: "To the market", issued: null };
    return [aWhole(before), aWhole(after, { version, at: "2026-06-01T09:00:00.000Z" })] as const;
  });

function ids(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `R-${at + 1}`);
}
