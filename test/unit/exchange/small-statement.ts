/** A small statement that says one of everything, for tests that a procurement officer can read. */
import { makeAnchor } from "../../../shared/anchors.ts";
import type { ItemKind } from "../../../shared/item-kinds.ts";
import { fragmentOf, type Item } from "../../../shared/items.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { emptyRecord } from "../../../shared/record-state.ts";
import {
  emptyRichText,
  richTextFromPlain,
  type RichNode,
  type RichText,
} from "../../../shared/rich-text.ts";
import { seenOf } from "../../../shared/seen.ts";
import { newThread, type Comment, type Thread } from "../../../shared/thread.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { docOf } from "./generated-statement.ts";

const at = "2026-05-14T09:30:00.000Z";
const later = "2026-06-02T15:05:00.000Z";
const sam = { personId: "sam", boroughId: "hackney", at, number: 1 };
const priya = { personId: "priya", boroughId: "camden", at, number: 2 };

const line = (text: string): RichNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const cells = (type: string, ...words: string[]): RichNode => ({
  type: "tableRow",
  content: words.map((text) => ({ type, content: [line(text)] })),
});

const background: RichText = {
  type: "doc",
  content: [
    line("All boroughs have:"),
    { type: "paragraph" },
    {
      type: "bulletList",
      content: ["old systems", "new residents"].map((text) => ({
        type: "listItem",
        content: [line(text)],
      })),
    },
    {
      type: "table",
      content: [cells("tableHeader", "What", "By when"), cells("tableCell", "Start", "=1 + 1")],
    },
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Read the " },
        {
          type: "text",
          text: "law",
          marks: [{ type: "link", attrs: { href: "https://example.org/law" } }],
        },
        { type: "text", text: ", all of it", marks: [{ type: "bold" }, { type: "italic" }] },
        { type: "text", text: "." },
      ],
    },
  ],
};

const items: readonly Item[] = [
  item("section-1", "section", { title: "Background" }),
  item("text-1", "text", { body: background }),
  item("section-2", "section", { title: "User needs" }, { level: 2 }),
  item(
    "need-12",
    "need",
    { asA: "tenant", iNeed: "report a leak at any time", soThat: "it is stopped" },
    { priority: "must", raisedBy: ["camden", "hackney"] },
  ),
  item("section-3", "section", { title: "Reporting a repair" }, { level: 2 }),
  item(
    "requirement-27",
    "requirement",
    { statement: "A repair is answered within 4 hours", measure: "Within 4 hours" },
    {
      priority: "must",
      notes: richTextFromPlain("Only for us"),
      variations: [
        {
          key: "hackney:V1StGXR8_Z5jdHi6B-myT",
          boroughId: "hackney",
          text: richTextFromPlain("Within 2 hours"),
        },
      ],
    },
  ),
  item("requirement-31", "requirement", { statement: "Staff see <all> & more" }),
  item("requirement-32", "requirement", {}),
  item(
    "requirement-33",
    "requirement",
    { statement: "Repairs by fax" },
    { removed: { why: "Nobody has one" } },
  ),
];

/** Two boroughs, three sections, a need that is partly met, an objection that was settled. */
export const smallStatement: WholeStatement = {
  statementId: "small",
  title: "Repairs & more",
  priorityWords: { must: "Essential", should: "Should", could: "Could", wont: "Won’t" },
  items,
  record: {
    ...emptyRecord,
    threads: new Map(threads().map((thread) => [thread.id, thread])),
    threadsByItem: new Map([["requirement-27", threads().map(({ id }) => id)]]),
    references: new Map([
      ["need-12", "N-12"],
      ["requirement-27", "R-27"],
      ["requirement-31", "R-31"],
      ["requirement-32", "R-32"],
      ["requirement-33", "R-33"],
    ]),
    leftOut: new Map([["need-12", { ...priya, why: "The contract has it" }]]),
    people: new Map(
      [
        ["priya", "Priya Shah", "camden", "Camden"] as const,
        ["sam", "Sam O’Neill", "hackney", "Hackney"] as const,
      ].map(([id, name, boroughId, boroughName]) => [
        id,
        {
          id,
          name,
          boroughId,
          boroughName,
          role: "editor",
          agrees: true,
          joined: priya,
          removed: null,
        },
      ]),
    ),
  },
  at: later,
  version: null,
};

function threads(): Thread[] {
  const doc = docOf(items);
  const fragment = fragmentOf(doc, "requirement-27", "statement");
  const requirement = items.find(({ id }) => id === "requirement-27");
  const need = items.find(({ id }) => id === "need-12");
  if (!fragment || !requirement || !need) throw new Error("the statement is not whole");
  const words = plainText(requirement.fields["statement"] ?? emptyRichText);
  const from = words.indexOf("within");
  const anchor = makeAnchor(fragment, requirement.id, "statement", from, words.length);
  return [
    {
      ...newThread,
      id: "objection",
      type: "objection",
      anchor,
      started: sam,
      comments: [comment("Too slow for us", sam), comment("Would 2 hours do?", priya)],
      closed: { ...sam, at: later, note: "Settled at the meeting" },
    },
    {
      ...newThread,
      id: "comment",
      anchor: { itemId: requirement.id },
      started: priya,
      comments: [
        comment("Who checks this?", priya),
        { ...comment("Withdrawn words", sam), withdrawn: { ...sam, at: later } },
      ],
    },
    {
      ...newThread,
      id: "link",
      anchor: { itemId: requirement.id },
      started: priya,
      meets: {
        needId: need.id,
        how: "partly",
        because: "",
        seen: { requirement: seenOf(requirement), need: seenOf(need) },
        confirmed: priya,
        withdrawn: null,
      },
    },
  ];
}

function comment(text: string, by: typeof sam): Comment {
  return { ...by, id: text, text, mentions: [], edited: null, withdrawn: null };
}

function item(
  id: string,
  kind: ItemKind,
  fields: Readonly<Record<string, string | RichText>>,
  more: Partial<Item> = {},
): Item {
  return {
    id,
    kind,
    order: "",
    priority: null,
    level: 1,
    raisedBy: [],
    aliases: [],
    removed: null,
    notes: emptyRichText,
    variations: [],
    origin: null,
    extra: {},
    ...more,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, text]) => [
        name,
        typeof text === "string" ? richTextFromPlain(text) : text,
      ]),
    ),
  };
}
