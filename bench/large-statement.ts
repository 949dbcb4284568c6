/** A large statement as plain data: sections, needs, requirements with a list or a table here and there, and links. */
import { itemKinds, type ItemKind } from "../shared/item-kinds.ts";
import type { Item } from "../shared/items.ts";
import { emptyRecord } from "../shared/record-state.ts";
import { emptyRichText, richTextFromPlain, type RichText } from "../shared/rich-text.ts";
import { seenOf } from "../shared/seen.ts";
import { newThread, type Thread } from "../shared/thread.ts";
import type { WholeStatement } from "../shared/whole-statement.ts";

const deed = { personId: "p", boroughId: "camden", at: "2026-05-14T09:30:00.000Z", number: 1 };
const sentence =
  "The system must let a resident choose a time for a repair and must tell them when it changes.";

/** Of twenty items one is a section, six are needs and thirteen requirements; each requirement meets a need. */
export function aLargeStatement(size: number): WholeStatement {
  const items = Array.from({ length: size }, (_, at) => anItem(at));
  const threads = items.flatMap((item, at) =>
    aLink(item, items[at - (at % 20) + 1 + (at % 6)], at),
  );
  const counts = new Map<string, number>();
  const references = new Map(
    items.flatMap(({ id, kind }) => {
      const letter = itemKinds[kind].referenceLetter;
      if (letter === null) return [];
      const number = (counts.get(letter) ?? 0) + 1;
      counts.set(letter, number);
      return [[id, `${letter}-${number}`] as const];
    }),
  );
  return {
    statementId: "bench-statement",
    title: "Housing repairs",
    priorityWords: { must: "Must", should: "Should", could: "Could", wont: "Won’t" },
    items,
    record: {
      ...emptyRecord,
      references,
      threads: new Map(threads.map((thread) => [thread.id, thread])),
    },
    at: deed.at,
    version: null,
  };
}

function anItem(at: number): Item {
  const kind = kindOf(at);
  const words = (name: string): RichText =>
    name === "statement" && at % 10 === 9 ? withList(at) : richTextFromPlain(`${sentence} (${at})`);
  return {
    id: `bench-item-${String(at).padStart(10, "0")}`,
    kind,
    order: `a${String(at).padStart(6, "0")}V`,
    priority: itemKinds[kind].hasPriority ? "must" : null,
    level: 1,
    raisedBy: itemKinds[kind].isRaised ? ["camden", "hackney"] : [],
    aliases: [],
    removed: null,
    fields: Object.fromEntries(itemKinds[kind].fields.map(({ name }) => [name, words(name)])),
    notes: emptyRichText,
    variations: [],
    origin: null,
    extra: {},
  };
}

function kindOf(at: number): ItemKind {
  if (at % 20 === 0) return "section";
  return at % 20 <= 6 ? "need" : "requirement";
}

function withList(at: number): RichText {
  const items = ["by phone", "online", "in person"].map((words) => ({
    type: "listItem",
    content: richTextFromPlain(`${words} (${at})`).content,
  }));
  return {
    type: "doc",
    content: [...richTextFromPlain(sentence).content, { type: "bulletList", content: items }],
  };
}

function aLink(item: Item, need: Item | undefined, at: number): Thread[] {
  if (item.kind !== "requirement" || need?.kind !== "need") return [];
  const seen = { requirement: seenOf(item), need: seenOf(need) };
  return [
    {
      ...newThread,
      id: `bench-link-${at}`,
      anchor: { itemId: item.id },
      started: deed,
      meets: {
        needId: need.id,
        how: at % 2 === 0 ? "fully" : "partly",
        because: "It says so.",
        seen,
        confirmed: deed,
        withdrawn: null,
      },
    },
  ];
}
