/** A need as one sentence: taken apart where it can be, kept whole where it cannot, put together again. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { needSentence, takeNeedApart } from "../../shared/need-sentence.ts";
import { richTextFromPlain, type RichText } from "../../shared/rich-text.ts";

function sentenceOf(parts: Readonly<Record<string, string>>): string {
  const fields: Record<string, RichText> = {};
  for (const [name, words] of Object.entries(parts)) fields[name] = richTextFromPlain(words);
  return needSentence({ fields });
}

function countOf(words: readonly string[], one: string): number {
  return words.filter((word) => word === one).length;
}

describe("a need that comes in as one sentence", () => {
  const examples: [sentence: string, asA: string, iNeed: string, soThat: string][] = [
    [
      "As a tenant, I need to report a leak so that it is stopped.",
      "tenant",
      "report a leak",
      "it is stopped",
    ],
    ["As an officer I want to see my visits", "officer", "see my visits", ""],
    [
      "As a carer, I would like to be told first, so I can be there.",
      "carer",
      "be told first",
      "I can be there",
    ],
    [
      "As a plumber, joiner or roofer, I need to know the way in so that I am on time",
      "plumber, joiner or roofer",
      "know the way in",
      "I am on time",
    ],
    [
      "as a tenant,\n I need to   report a leak\nso that it is stopped",
      "tenant",
      "report a leak",
      "it is stopped",
    ],
    [
      "As a tenant, I need a clear answer so that I can plan.",
      "tenant",
      "I need a clear answer",
      "I can plan",
    ],
    [
      "As a tenant, I need it so quickly that nobody waits",
      "tenant",
      "I need it so quickly that nobody waits",
      "",
    ],
    [
      "As MHCLG, I need to count homes so that we know.",
      "",
      "As MHCLG, I need to count homes so that we know.",
      "",
    ],
    ["Report a leak by phone.", "", "Report a leak by phone.", ""],
    ["", "", "", ""],
  ];
  for (const [sentence, asA, iNeed, soThat] of examples) {
    it(`reads "${sentence.replace(/\s+/g, " ")}"`, () => {
      expect(takeNeedApart(sentence)).toEqual({ asA, iNeed, soThat });
    });
  }

  it("loses no word, whatever it says", () => {
    const word = fc.constantFrom(
      "leak",
      "so",
      "that",
      "I",
      "need",
      "to",
      "as",
      "a",
      "can",
      "we",
      "home,",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const sentence = `As a tenant, I need to ${words.join(" ")}`.trim();
        const parts = takeNeedApart(sentence);
        const kept = [parts.asA, parts.iNeed, parts.soThat].join(" ").split(/[\s,]+/);
        for (const one of ["leak", "home", "can", "we"]) {
          expect(countOf(kept, one)).toBe(countOf(sentence.split(/[\s,]+/), one));
        }
      }),
    );
  });
});

describe("a need read out", () => {
  it("is one sentence with the words between its fields", () => {
    expect(sentenceOf({ asA: "tenant", iNeed: "report a leak", soThat: "it is stopped" })).toBe(
      "As a tenant, I need to report a leak so that it is stopped",
    );
  });

  it("says an before a vowel that is spoken, and a otherwise", () => {
    for (const who of ["officer", "elderly tenant", "MP", "urban planner", "hourly worker"]) {
      expect(sentenceOf({ asA: who })).toBe(`As an ${who}`);
    }
    for (const who of ["tenant", "user", "unitary council", "GP", "one-off visitor"]) {
      expect(sentenceOf({ asA: who })).toBe(`As a ${who}`);
    }
  });

  it("does not say I need twice", () => {
    expect(sentenceOf({ asA: "tenant", iNeed: "I need a clear answer" })).toBe(
      "As a tenant, I need a clear answer",
    );
    expect(sentenceOf({ iNeed: "As MHCLG, I need to count homes" })).toBe(
      "As MHCLG, I need to count homes",
    );
  });

  it("leaves out what nobody has written", () => {
    expect(sentenceOf({ iNeed: "report a leak" })).toBe("I need to report a leak");
    expect(sentenceOf({})).toBe("");
  });
});
