/** Whom a text calls on, and which of its letters say so. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { keyOfMention, mentionablesIn, mentionsIn, piecesOf } from "../../shared/mentions.ts";
import { AStatement } from "./commands/a-statement.ts";

let statement: AStatement;

beforeEach(() => {
  statement = new AStatement();
  joins("tom", "Tom Whitfield", "hackney", "Hackney");
  joins("tomas", "Tom", "southwark", "Southwark");
  joins("sam1", "Sam Lee", "hackney", "Hackney");
  joins("sam2", "Sam Lee", "southwark", "Southwark");
});

function joins(personId: string, name: string, boroughId: string, boroughName: string): void {
  const facts = { personId, boroughId, role: "reviewer", agrees: false, invitationId: null };
  statement.append({ type: "join", facts, words: { name, boroughName } }, personId, boroughId);
}

const called = (text: string): string[] =>
  mentionsIn(text, mentionablesIn(statement.record)).map(keyOfMention);

const marked = (text: string): string =>
  piecesOf(text, mentionsIn(text, mentionablesIn(statement.record)), statement.record)
    .map((piece) => (piece.isMention ? `[${piece.text}]` : piece.text))
    .join("");

describe("a text calls on", () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ["Is that right, @Tom Whitfield?", ["person tom"]],
    ["@Tom can say.", ["person tomas"]],
    ["@tom whitfield and @HACKNEY, look.", ["person tom", "borough hackney"]],
    ["(@Southwark) @Southwark!", ["borough southwark"]],
    ["@Sam Lee (Southwark) knows.", ["person sam2"]],
    ["@Sam Lee knows.", ["person sam1", "person sam2"]],
    ["@Tomorrow @Hackneyed @Mallory", []],
    ["tom@Hackney writes to repairs@hackney.example", []],
    ["Tom Whitfield, Hackney", []],
    ["", []],
  ];
  for (const [text, expected] of table)
    it(`${expected.length === 0 ? "nobody" : expected.join(", ")}: “${text}”`, () => {
      expect(called(text)).toEqual(expected);
    });
});

it("is shown where the names stand, also of people who left since", () => {
  const text = "Ask @Tom Whitfield or @Hackney, not @Tom Jones.";
  expect(marked(text)).toBe("Ask [@Tom Whitfield] or [@Hackney], not [@Tom] Jones.");
  const mentions = mentionsIn(text, mentionablesIn(statement.record));
  statement.append(
    { type: "remove-person", facts: { personId: "tom" }, words: {} },
    "ada",
    "camden",
  );
  expect(piecesOf(text, mentions, statement.record).filter((piece) => piece.isMention)).toEqual([
    { text: "@Tom Whitfield", isMention: true },
    { text: "@Hackney", isMention: true },
    { text: "@Tom", isMention: true },
  ]);
});

it("is shown as it was written when somebody of the same name joins later", () => {
  const text = "@Tom Whitfield?";
  const mentions = mentionsIn(text, mentionablesIn(statement.record));
  joins("tom2", "Tom Whitfield", "southwark", "Southwark");
  expect(called(text)).toEqual(["person tom", "person tom2"]);
  expect(piecesOf(text, mentions, statement.record)[0]).toEqual({
    text: "@Tom Whitfield",
    isMention: true,
  });
});

it("offers the people who take part, then their boroughs", () => {
  expect(mentionablesIn(statement.record).map(({ handle }) => handle)).toEqual([
    "ada",
    "cleo",
    "ben",
    "dan",
    "Tom Whitfield",
    "Tom",
    "Sam Lee (Hackney)",
    "Sam Lee (Southwark)",
    "camden",
    "Hackney",
    "Southwark",
  ]);
});

it("never throws, loses or adds a letter, whatever is written and whatever people are called", () => {
  const odd = fc.string({
    unit: fc.constantFrom("@", "a", "İ", "ß", "(", "[", "\\", "^", "-", " ", "😀"),
  });
  fc.assert(
    fc.property(fc.array(odd, { minLength: 1, maxLength: 4 }), odd, (names, text) => {
      const fresh = new AStatement();
      for (const [at, name] of names.entries()) {
        const facts = { personId: `p${at}`, boroughId: "b", role: "editor", agrees: false };
        fresh.append(
          {
            type: "join",
            facts: { ...facts, invitationId: null },
            words: { name, boroughName: name },
          },
          "ada",
          "camden",
        );
      }
      const written = `${text} @${names[0]} ${text}`;
      const mentions = mentionsIn(written, mentionablesIn(fresh.record));
      const pieces = piecesOf(written, mentions, fresh.record);
      expect(pieces.map((piece) => piece.text).join("")).toBe(written);
    }),
  );
});
