/** A statement as ReqIF: valid, read by a reader that is not ours, and the same when it comes back. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readReqif } from "../../../server/exchange/reqif/read-reqif.ts";
import { writeReqif } from "../../../server/exchange/reqif/write-reqif.ts";
import { evenOut } from "../../../shared/even-text.ts";
import { itemKinds, mainField } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { needSentence } from "../../../shared/need-sentence.ts";
import { hasWords, plainText } from "../../../shared/plain-text.ts";
import type { ProposedItem } from "../../../shared/proposed-file.ts";
import type { RichText } from "../../../shared/rich-text.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { generatedStatement } from "./generated-statement.ts";
import { someWords } from "./generated-text.ts";
import { readIndependently } from "./reqif-independent-reader.ts";
import { problemsOfReqif } from "./reqif-check.ts";

const boroughNames: Readonly<Record<string, string>> = {
  camden: "Camden",
  hackney: "Hackney",
  "tower-hamlets": "Tower Hamlets",
};

/** What another tool may have said of an item: words, numbers, dates, rich text, names that are ours too. */
const someExtra: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.constantFrom(
    "Status",
    "Object Text",
    "ReqIF.Revision",
    "Priority",
    "é/ü",
    "ReqIF.Name",
    "Level",
  ),
  fc.oneof(
    someWords,
    fc.constantFrom(
      "true",
      "12",
      "012",
      "1.50",
      "2002-05-30T09:30:10.000+06:00",
      "two\nlines\tand  spaces ",
      "<div>",
      "<div><p><strong>b</strong></p><ul><li><p>c</p></li></ul></div>",
    ),
  ),
  { maxKeys: 3 },
);

const someStatement: fc.Arbitrary<WholeStatement> = fc
  .tuple(generatedStatement, fc.array(someExtra, { minLength: 10, maxLength: 10 }))
  .map(([whole, extras]) => ({
    ...whole,
    items: whole.items.map((item, at) => ({
      ...item,
      extra: extras[at] ?? {},
      origin: at % 4 === 0 ? { title: "Last time’s “statement”", reference: "R-9" } : null,
    })),
  }));

describe("a statement goes out as ReqIF", () => {
  test("and comes back with no word changed", async () => {
    await fc.assert(
      fc.asyncProperty(someStatement, async (whole) => {
        const file = await readReqif(writeReqif(whole));
        expect(file.problems).toEqual([]);
        expect(file.title).toBe(whole.title);
        expect(file.items.map(saidByFile)).toEqual(whole.items.map((item) => said(item, whole)));
        expect(
          file.links.map(({ from, to, how, because }) => ({ from, to, how, because })),
        ).toEqual(linksIn(whole));
      }),
      { numRuns: 100 },
    );
  });

  test("as the specification asks", () => {
    fc.assert(
      fc.property(someStatement, (whole) => {
        expect(problemsOfReqif(writeReqif(whole))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("and another reader finds the same items, words, places and links", () => {
    fc.assert(
      fc.property(someStatement, (whole) => {
        const seen = readIndependently(writeReqif(whole));
        expect(seen.title).toBe(whole.title);
        expect(seen.specification).toBe(whole.title);
        expect(seen.objects.map(({ type, values }) => [type, values.get(mainName(type))])).toEqual(
          whole.items.map((item) => [itemKinds[item.kind].label, mainWords(item)]),
        );
        const { references } = whole.record;
        expect(seen.objects.map(({ values }) => values.get("ReqIF.ForeignID"))).toEqual(
          whole.items.map(({ id }) => references.get(id)),
        );
        expect(
          seen.relations.map(({ type, source, target, values }) => [
            type,
            source,
            target,
            values.get("How fully")?.toLowerCase(),
          ]),
        ).toEqual(
          linksIn(whole).map(({ from, to, how }) => [
            "Meets",
            references.get(itemId(from)),
            references.get(itemId(to)),
            how,
          ]),
        );
      }),
      { numRuns: 30 },
    );
  });

  test("with the same ids in every export, whatever else was written meanwhile", () => {
    fc.assert(
      fc.property(someStatement, (whole) => {
        const later = { ...whole, at: "2027-01-01T00:00:00.000Z", items: whole.items.toReversed() };
        expect(idsIn(writeReqif(later))).toEqual(idsIn(writeReqif(whole)));
      }),
      { numRuns: 20 },
    );
  });
});

function idsIn(bytes: Uint8Array): string[] {
  const found = new TextDecoder()
    .decode(bytes)
    .matchAll(/ IDENTIFIER="(needline-(?:item|place|link)-[^"]*)"/g);
  return [...found].map(([, id]) => id ?? "").toSorted();
}

const prefix = "needline-item-";

function itemId(key: string): string {
  return key.slice(prefix.length);
}

function mainName(type: string): string {
  return type === "Section" ? "ReqIF.ChapterName" : "ReqIF.Text";
}

function mainWords(item: Item): string {
  if (item.kind === "need") return needSentence(item);
  const text = item.fields[mainField(item.kind)];
  return text ? plainText(text).replaceAll("\n", "") : "";
}

/** What comes back of an item, laid out so that it can be compared. */
function said(item: Item, { record }: WholeStatement): Record<string, unknown> {
  return {
    itemId: item.id,
    kind: item.kind,
    level: item.kind === "section" ? item.level : undefined,
    reference: record.references.get(item.id) ?? "",
    priority: item.priority ?? undefined,
    fields: written(item.fields),
    notes: hasWords(item.notes) ? evenOut(item.notes) : undefined,
    raisedBy: item.raisedBy.map((id) => boroughNames[id]),
    aliases: item.aliases,
    variations: item.variations.map(({ boroughId, key, text }) => [boroughId, key, evenOut(text)]),
    removed: item.removed ?? undefined,
    origin: item.origin ?? undefined,
    extra: item.extra,
  };
}

function saidByFile(item: ProposedItem): Record<string, unknown> {
  return {
    itemId: item.itemId,
    kind: item.kind,
    level: item.level,
    reference: item.reference,
    priority: item.priority ?? undefined,
    fields: written(item.fields),
    notes: item.notes && evenOut(item.notes),
    raisedBy: item.raisedBy ?? [],
    aliases: item.aliases ?? [],
    variations: (item.variations ?? []).map(({ borough, key, text }) => [
      borough,
      key,
      evenOut(text),
    ]),
    removed: item.removed ?? undefined,
    origin: item.origin,
    extra: item.extra ?? {},
  };
}

/** An empty field says nothing, so it is not in the file. */
function written(fields: Readonly<Record<string, RichText>>): Record<string, RichText> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, text]) => hasWords(text))
      .map(([name, text]) => [name, evenOut(text)]),
  );
}

function linksIn({ record }: WholeStatement) {
  return [...record.threads.values()].flatMap(({ meets, anchor }) =>
    meets
      ? [
          {
            from: `${prefix}${anchor.itemId}`,
            to: `${prefix}${meets.needId}`,
            how: meets.how,
            because: meets.because,
          },
        ]
      : [],
  );
}
