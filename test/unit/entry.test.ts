/** The chain of a record: a changed, missing or moved entry shows. */
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  chainStart,
  findFirstBreak,
  sealEntry,
  type ChainHead,
  type Entry,
} from "../../shared/entry.ts";

function seal(texts: readonly string[]): Entry[] {
  let head: ChainHead = chainStart;
  return texts.map((text, index) => {
    const seal = {
      statementId: "s",
      personId: "ada",
      boroughId: "camden",
      at: `2026-05-14T10:00:0${index % 10}.000Z`,
    };
    const entry = sealEntry(
      head,
      { type: "reply", facts: { threadId: "t" }, words: { text } },
      seal,
    );
    head = entry;
    return entry;
  });
}

it("holds for entries as they were sealed, and time never runs backwards", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 15 }), (texts) => {
      const entries = seal(texts);
      expect(findFirstBreak(entries)).toBeNull();
      expect(entries.map((entry) => entry.at)).toEqual(entries.map((entry) => entry.at).toSorted());
    }),
  );
});

it("shows whose words were changed, which entry is missing, and which was altered", () => {
  const entries = seal(["one", "two", "three"]);
  const changed = (change: (entry: Entry) => Partial<Entry>) =>
    findFirstBreak(
      entries.map((entry) => (entry.number === 2 ? { ...entry, ...change(entry) } : entry)),
    );
  expect(changed(() => ({ words: { text: "other" } }))).toBe("the words of entry 2 were changed");
  expect(changed(() => ({ personId: "ben" }))).toBe("entry 2 was changed");
  expect(changed(() => ({ facts: { threadId: "u" } }))).toBe("entry 2 was changed");
  expect(findFirstBreak(entries.filter((entry) => entry.number !== 2))).toBe("entry 2 is missing");
});

it("still holds when words that law says must go are erased", () => {
  const entries = seal(["one", "two", "three"]);
  expect(findFirstBreak(entries.map((entry) => ({ ...entry, words: {} })))).toBeNull();
});
