/** Words that people write for kinds, priorities and columns; docs/import.md lists them. */
import { allKinds, itemKinds, type ItemKind, type Priority } from "./item-kinds.ts";
import type { ColumnUse } from "./table-mapping.ts";

const kindWords: ReadonlyMap<string, ItemKind> = new Map([
  ["heading", "section"],
  ["title", "section"],
  ["paragraph", "text"],
  ["information", "text"],
  ["user need", "need"],
  ["user needs", "need"],
  ["user story", "need"],
  ["story", "need"],
  ["desired outcome", "outcome"],
  ["benefit", "outcome"],
  ["functional", "requirement"],
  ["non-functional", "requirement"],
  ["functional requirement", "requirement"],
  ["non-functional requirement", "requirement"],
  ["specification", "requirement"],
]);

const priorityWords: Readonly<Record<Priority, readonly string[]>> = {
  must: [
    "must",
    "must have",
    "m",
    "essential",
    "mandatory",
    "required",
    "high",
    "critical",
    "p1",
    "1",
  ],
  should: ["should", "should have", "s", "desirable", "recommended", "medium", "p2", "2"],
  could: ["could", "could have", "c", "optional", "nice to have", "low", "p3", "3"],
  wont: ["wont", "won't", "w", "wont have", "won't have", "will not have", "p4", "4"],
};

/** Words that head columns, by what those say; the usual ones first. */
const headingWords: readonly (readonly [ColumnUse, readonly string[]])[] = [
  ["kind", ["kind", "type", "item type", "requirement type", "category type"]],
  [
    "reference",
    [
      "reference",
      "ref",
      "id",
      "no",
      "number",
      "identifier",
      "key",
      "requirement id",
      "requirement id number",
      "req id",
      "requirement number",
      "requirement ref",
      "requirement reference",
      "req no",
      "story id",
      "need id",
      "unique id",
      "ref no",
      "reference number",
    ],
  ],
  ["alias", ["also known as", "previous reference", "old reference", "old ref"]],
  [
    "section",
    [
      "section",
      "category",
      "requirement category",
      "heading",
      "theme",
      "area",
      "capability",
      "module",
      "topic",
      "group",
      "feature",
      "epic",
      "source",
      "repo",
      "functional area",
    ],
  ],
  ["asA", ["as a", "as an", "as a an", "role", "actor", "persona", "user"]],
  ["iNeed", ["i need", "i need to", "i want", "i want to", "want"]],
  ["soThat", ["so that", "so i can"]],
  [
    "text",
    [
      "text",
      "requirement",
      "requirement statement",
      "requirement text",
      "requirements",
      "statement",
      "description",
      "need",
      "user need",
      "user story",
      "story",
      "summary",
      "outcome",
      "detail",
      "details",
      "requirement description",
    ],
  ],
  ["metWhen", ["met when", "acceptance", "acceptance criteria", "scenarios", "done when"]],
  ["measure", ["measure", "metric", "target", "kpi", "how measured", "how we will tell"]],
  ["rationale", ["rationale", "why", "justification", "reason"]],
  ["evidence", ["evidence"]],
  [
    "priority",
    [
      "priority",
      "moscow",
      "importance",
      "must should could",
      "mandatory desirable",
      "essential desirable",
    ],
  ],
  [
    "meets",
    [
      "meets",
      "need ids",
      "needs met",
      "traces to",
      "linked needs",
      "meets needs",
      "satisfies",
      "story",
      "user story id",
    ],
  ],
  ["raisedBy", ["borough", "boroughs", "raised by", "council", "organisation"]],
  ["notes", ["notes", "note", "comment", "comments", "remarks", "guidance", "working notes"]],
  ["removed", ["not taken forward"]],
];

/** Null for a word that nobody knows. */
export function kindMeant(word: string): ItemKind | null {
  const written = even(word);
  const named = allKinds.find(
    (kind) => kind === written || itemKinds[kind].plural.toLowerCase() === written,
  );
  return named ?? kindWords.get(written) ?? null;
}

/** @param own what the statement prints for priorities */
export function priorityMeant(
  word: string,
  own: Readonly<Record<Priority, string>>,
): Priority | null {
  const written = even(word).replace(/\*+$/, "");
  for (const [priority, said] of Object.entries(own)) {
    if (even(said) === written) return priority as Priority;
  }
  const known = Object.entries(priorityWords).find(([, words]) => words.includes(written));
  return known ? (known[0] as Priority) : null;
}

/**
 * How likely a column of that heading says this: 0 for the usual word, more for the less usual ones; null
 * for not at all.
 */
export function rankOf(use: ColumnUse, heading: string): number | null {
  const rank = headingWords.find(([name]) => name === use)?.[1].indexOf(evenHeading(heading)) ?? -1;
  return rank < 0 ? null : rank;
}

/** Uses in the order in which their columns are looked for. */
export const usesInOrder: readonly ColumnUse[] = headingWords.map(([use]) => use);

/** What the columns of these headings are likely to say: the likeliest column for each. */
export function columnsByHeadings(headings: readonly string[]): (ColumnUse | null)[] {
  const columns: (ColumnUse | null)[] = headings.map(() => null);
  for (const use of usesInOrder) {
    if (use === "text" && columns.includes("iNeed")) continue;
    const [best] = headings
      .flatMap((heading, at) => {
        const rank = columns[at] === null ? rankOf(use, heading) : null;
        return rank === null ? [] : { at, rank };
      })
      .toSorted((a, b) => a.rank - b.rank);
    if (best) columns[best.at] = use;
  }
  const title = headings.findIndex((heading, at) => columns[at] === null && isTitle(heading));
  // A story that nobody wrote has its title at least.
  if (columns.includes("iNeed") && title >= 0) columns[title] = "text";
  return columns;
}

function isTitle(heading: string): boolean {
  return ["title", "name", "summary"].includes(evenHeading(heading));
}

function evenHeading(heading: string): string {
  return even(heading.replace(/[^\p{L}\p{N}]+/gu, " "));
}

function even(word: string): string {
  return word.trim().toLowerCase().replace(/’/g, "'").replace(/\s+/g, " ");
}
