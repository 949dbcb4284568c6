/** A suggestion on a text that others changed meanwhile: does its own change still fit? */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carryOver } from "../../shared/carry-over.ts";
import { evenOut } from "../../shared/even-text.ts";
import { plainText } from "../../shared/plain-text.ts";
import { richTextFromPlain, type RichNode, type RichText } from "../../shared/rich-text.ts";
import { someText, textAndChange } from "./a-rich-text.ts";
import { bullets, paragraph, words } from "./written-body.ts";

/** It said, somebody suggested, it says now; and what it says with the suggestion. */
interface Row {
  readonly when: string;
  readonly before: string;
  readonly suggested: string;
  readonly now: string;
  readonly comes: string;
}

const before = "Appointments are offered in windows of two hours or less.";

const rows: readonly Row[] = [
  {
    when: "nothing else changed",
    before,
    suggested: "Appointments are offered in windows of four hours or less.",
    now: before,
    comes: "Appointments are offered in windows of four hours or less.",
  },
  {
    when: "words elsewhere in the sentence changed",
    before,
    suggested: "Appointments are offered in windows of four hours or less.",
    now: "Visits are offered in windows of two hours or less, from 1 April.",
    comes: "Visits are offered in windows of four hours or less, from 1 April.",
  },
  {
    when: "somebody wrote right before the words that it replaces",
    before,
    suggested: "Appointments are offered in windows of four hours or less.",
    now: "Appointments are offered in windows of about two hours or less.",
    comes: "Appointments are offered in windows of about four hours or less.",
  },
  {
    when: "it has two changes and what stands between them changed",
    before,
    suggested: "Visits are offered in windows of four hours or less.",
    now: "Appointments can be chosen in windows of two hours or less.",
    comes: "Visits can be chosen in windows of four hours or less.",
  },
  {
    when: "it only adds words, between words that still stand together",
    before,
    suggested: "Appointments are offered in windows of two hours or less, also on Saturdays.",
    now: "All appointments are offered in windows of two hours or less.",
    comes: "All appointments are offered in windows of two hours or less, also on Saturdays.",
  },
  {
    when: "it only takes words out",
    before,
    suggested: "Appointments are offered in windows of two hours.",
    now: "Appointments are always offered in windows of two hours or less.",
    comes: "Appointments are always offered in windows of two hours.",
  },
];

describe("its change still fits when", () => {
  it.each(rows)("$when", ({ before: was, suggested, now, comes }) => {
    const carried = carryOver(...texts(was, suggested, now));
    expect(carried.state === "fits" && plainText(carried.text)).toBe(comes);
  });

  it("others made a list of the next paragraph, or wrote words in bold elsewhere", () => {
    const doc = (...content: RichNode[]): RichText => ({ type: "doc", content });
    const carried = carryOver(
      doc(paragraph(words("Offer two hours.")), paragraph(words("Also online."))),
      doc(paragraph(words("Offer four hours.")), paragraph(words("Also online."))),
      doc(
        paragraph(words("Offer", "bold"), words(" two hours.")),
        bullets([paragraph(words("Online"))], [paragraph(words("By phone"))]),
      ),
    );
    expect(carried).toEqual({
      state: "fits",
      text: doc(
        paragraph(words("Offer", "bold"), words(" four hours.")),
        bullets([paragraph(words("Online"))], [paragraph(words("By phone"))]),
      ),
    });
  });
});

describe("the text moved on when", () => {
  it.each<Omit<Row, "comes">>([
    {
      when: "the words that it replaces are others",
      before,
      suggested: "Appointments are offered in windows of four hours or less.",
      now: "Appointments are offered in windows of three hours or less.",
    },
    {
      when: "the words that it takes out are gone in part",
      before,
      suggested: "Appointments are offered in windows of two hours.",
      now: "Appointments are offered in windows of two hours or so.",
    },
    {
      when: "somebody added other words where it adds some",
      before,
      suggested: "Appointments are offered in windows of two hours or less, also on Saturdays.",
      now: "Appointments are offered in windows of two hours or less, but not on Sundays.",
    },
    {
      when: "somebody wrote in the middle of the words that it replaces",
      before,
      suggested: "Appointments are offered in the morning or afternoon.",
      now: "Appointments are offered in windows of two short hours or less.",
    },
    {
      when: "all of it was written anew",
      before,
      suggested: "Appointments are offered in windows of four hours or less.",
      now: "Let residents choose.",
    },
    {
      when: "a word that it replaces is bold by now",
      before: "two hours",
      suggested: "four hours",
      now: "**two** hours",
    },
  ])("$when", ({ before: was, suggested, now }) => {
    expect(carryOver(...texts(was, suggested, now))).toEqual({ state: "moved-on" });
  });
});

it("says that the text says it already when somebody wrote the same", () => {
  expect(carryOver(...texts("two hours", "four hours", "four hours"))).toEqual({ state: "said" });
});

it("gives whole texts, never throws, and takes nothing from what others wrote", () => {
  fc.assert(
    fc.property(
      textAndChange,
      fc.oneof(textAndChange, fc.tuple(someText, someText)),
      (one, two) => {
        const [was, suggested] = one;
        const now: RichText = { type: "doc", content: [...was.content, ...two[1].content] };
        for (const today of [now, two[1], was, suggested]) {
          const carried = carryOver(was, suggested, today);
          if (carried.state === "fits") expect(carried.text).toEqual(evenOut(carried.text));
        }
        expect(carryOver(was, suggested, was).state).not.toBe("moved-on");
        // Paragraphs put at the end are far from every change but one at the end.
        const carried = carryOver(was, suggested, now);
        const added = plainText({ type: "doc", content: two[1].content });
        if (carried.state === "fits") expect(plainText(carried.text)).toContain(added);
      },
    ),
    { numRuns: 300 },
  );
});

/** Asterisks make words bold. */
function texts(...all: readonly [string, string, string]): [RichText, RichText, RichText] {
  return all.map((text): RichText => {
    if (!text.includes("**")) return richTextFromPlain(text);
    const nodes = text
      .split("**")
      .map((part, at) => words(part, ...(at % 2 === 1 ? ["bold"] : [])));
    return { type: "doc", content: [paragraph(...nodes)] };
  }) as [RichText, RichText, RichText];
}
