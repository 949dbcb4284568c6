/** Who is offered after an `@`, and when the list is called for. */
import { expect, it } from "vitest";
import { calledFor } from "../../client/controls/called-for.ts";
import { findMentionables } from "../../client/words/find-mentionables.ts";
import type { Mentionable } from "../../shared/mentions.ts";

const person = (handle: string, boroughName: string): Mentionable => ({
  mention: { personId: handle },
  name: handle.replace(/ \(.*/, ""),
  handle,
  boroughName,
});
const borough = (name: string): Mentionable => ({
  mention: { boroughId: name },
  name,
  handle: name,
  boroughName: null,
});

const all = [
  person("Tom Whitfield", "Hackney"),
  person("Tom", "Southwark"),
  person("Sam Lee (Hackney)", "Hackney"),
  person("Sam Lee (Southwark)", "Southwark"),
  person("Ada Hackett", "Camden"),
  borough("Hackney"),
  borough("Tower Hamlets"),
];

const offers: readonly (readonly [typed: string, offered: readonly string[]])[] = [
  ["hack", ["Hackney", "Ada Hackett", "Sam Lee (Hackney)", "Tom Whitfield"]],
  ["TO", ["Tom", "Tom Whitfield", "Tower Hamlets"]],
  ["tom w", ["Tom Whitfield"]],
  ["whit", ["Tom Whitfield"]],
  ["sam lee (so", ["Sam Lee (Southwark)"]],
  ["tom", ["Tom", "Tom Whitfield"]],
  ["Tom Whitfield", []],
  ["Tom Whitfield ", []],
  ["tower hamlets", []],
  ["mallory", []],
];

for (const [typed, offered] of offers)
  it(`@${typed} offers ${offered.length === 0 ? "nobody" : offered.join(", ")}`, () => {
    expect(findMentionables(all, typed).map(({ handle }) => handle)).toEqual(offered);
  });

it("everybody is offered after the sign alone, people before boroughs", () => {
  expect(findMentionables(all, "").map(({ handle }) => handle)).toEqual([
    "Ada Hackett",
    "Sam Lee (Hackney)",
    "Sam Lee (Southwark)",
    "Tom",
    "Tom Whitfield",
    "Hackney",
    "Tower Hamlets",
  ]);
});

const calls: readonly (readonly [text: string, query: string | null])[] = [
  ["@|", ""],
  ["Ask @to|", "to"],
  ["(@to|", "to"],
  ["Ask @tom w|hit", "tom w"],
  ["Ask @one and @tw|", "tw"],
  ["tom@ha|", null],
  ["Ask @ to|", null],
  ["Ask @tom\nthen|", null],
  ["Ask |@tom", null],
  ["Nobody|", null],
];

for (const [text, query] of calls)
  it(`the list is ${query === null ? "not called for" : `called for “${query}”`} in “${text}”`, () => {
    const caret = text.indexOf("|");
    expect(calledFor(text.replace("|", ""), caret, "@")?.query ?? null).toBe(query);
  });
