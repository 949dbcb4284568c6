/** What is drawn over a text for a suggestion: read with its new words and without the gone ones, it is the suggestion. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText } from "../../shared/plain-text.ts";
import { richTextFromPlain, type RichNode, type RichText } from "../../shared/rich-text.ts";
import { suggestedMarks } from "../../shared/suggested-marks.ts";
import { letterSteps, wordSteps } from "../../shared/letter-steps.ts";
import { someText, textAndChange } from "./a-rich-text.ts";
import { bullets, paragraph, words } from "./written-body.ts";

const whole = (...content: RichNode[]): RichText => ({ type: "doc", content });
/** The text with [-gone-], {+new+} and ~restyled~ words. */
function drawn(now: RichText, wanted: RichText): string {
  const text = plainText(now);
  const inserts = suggestedMarks(now, wanted).flatMap((mark): [number, string][] => {
    if (mark.state === "gone")
      return [
        [mark.from, "[-"],
        [mark.to, "-]"],
      ];
    if (mark.state === "restyled")
      return [
        [mark.from, "~"],
        [mark.to, "~"],
      ];
    const sign = { words: "", "block-before": "^", "block-after": "_" }[mark.as];
    return [[mark.at, `{+${sign}${mark.words}+}`]];
  });
  let [shown, at] = ["", 0];
  for (const [place, sign] of inserts.toSorted(([a], [b]) => a - b)) {
    shown += text.slice(at, place) + sign;
    at = place;
  }
  return shown + text.slice(at);
}
const inPlain = (now: string, wanted: string): string =>
  drawn(richTextFromPlain(now), richTextFromPlain(wanted));

describe("what is drawn", () => {
  it.each([
    ["within two hours", "within four hours", "within [-two-]{+four+} hours"],
    ["the tenant is told", "tenants are told", "[-the tenant is-]{+tenants are+} told"],
    ["or less.", "or less, on time.", "or less{+, on time+}."],
    ["", "95% in a month", "{+95% in a month+}"],
    ["one\n\ntwo", "one", "one\n[-two-]"],
    ["one", "one\n\ntwo", "one{+_two+}"],
    ["two", "one\n\ntwo", "{+^one+}two"],
  ])("from “%s” to “%s”", (now, wanted, shown) => {
    expect(inPlain(now, wanted)).toBe(shown);
  });

  it("shows words that only look different, and new points of a list with their sign", () => {
    expect(
      drawn(
        whole(paragraph(words("within two hours"))),
        whole(paragraph(words("within "), words("two hours", "bold"))),
      ),
    ).toBe("within ~two hours~");
    const point = (text: string): RichNode[] => [paragraph(words(text))];
    expect(
      drawn(whole(bullets(point("by phone"))), whole(bullets(point("by phone"), point("online")))),
    ).toBe("by phone{+_online+}");
    expect(
      drawn(
        whole(paragraph(words("by"))),
        whole(paragraph(words("by")), bullets(point("phone"), point("text"))),
      ),
    ).toBe("by{+_• phone\n• text+}");
  });

  it("reads as the suggestion whatever changes in one paragraph, and lies within the text", () => {
    fc.assert(
      fc.property(fc.oneof(textAndChange, fc.tuple(someText, someText)), ([now, wanted]) => {
        const length = plainText(now).length;
        for (const mark of suggestedMarks(now, wanted)) {
          if (mark.state === "new") expect(mark.at).toBeLessThanOrEqual(length);
          else expect(mark.from < mark.to && mark.to <= length).toBe(true);
        }
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
        const shown = inPlain(a, b);
        const [now, wanted] = [richTextFromPlain(a), richTextFromPlain(b)].map(plainText);
        if (`${now}${wanted}`.match(/[{}[\]+^_~-]|\n/)) return;
        expect(shown.replace(/\[-(.*?)-\]/gs, "").replace(/\{\+(.*?)\+\}/gs, "$1")).toBe(wanted);
        expect(shown.replace(/\[-(.*?)-\]/gs, "$1").replace(/\{\+(.*?)\+\}/gs, "")).toBe(now);
      }),
    );
  });
});

it("steps from one line to another spell both exactly, for writing and for reading", () => {
  const line = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc
      .array(fc.constantFrom("a", "b", " ", "ab ", "𝒳", "👩‍👧", "."), { maxLength: 12 })
      .map((all) => all.join("")),
  );
  fc.assert(
    fc.property(line, line, (from, to) => {
      for (const steps of [letterSteps(from, to), wordSteps(from, to)]) {
        let [at, spelt, kept] = [0, "", ""];
        for (const step of steps) {
          if (step.state === "new") spelt += step.text;
          else {
            const letters = from.slice(at, at + step.length);
            kept += letters;
            if (step.state === "same") spelt += letters;
            at += step.length;
          }
          expect(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(spelt)).toBe(
            /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(to.slice(0, spelt.length)),
          );
        }
        expect([spelt, kept]).toEqual([to, from]);
      }
    }),
    { numRuns: 1_000 },
  );
});
