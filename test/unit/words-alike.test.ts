/** Requirements that may meet a need: the one about the same thing is named first, others not at all. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexWords, mostAlike } from "../../shared/words-alike.ts";

const requirements = [
  { id: "R-1", text: "The supplier lets residents report a repair at any hour." },
  { id: "R-2", text: "The service sends a message when a repair visit is booked or moved." },
  { id: "R-3", text: "All personal data is kept in the United Kingdom and encrypted." },
  { id: "R-4", text: "Operatives see recorded asbestos before they start a job." },
  { id: "R-5", text: "Invoices are paid within 30 days." },
];

const rows: readonly (readonly [need: string, first: string | null])[] = [
  ["As a tenant, I need to report repairs at night so that a leak is stopped", "R-1"],
  ["As a tenant, I need to get messages about booked visits", "R-2"],
  ["As an operative, I need to know about asbestos before starting", "R-4"],
  ["As a data protection officer, I need encryption of personal data", "R-3"],
  ["As a driver, I need to appeal against a parking fine", null],
  ["", null],
  ["the and of to", null],
];

describe("the most alike requirement", () => {
  const index = indexWords(requirements);
  it.each(rows)("for “%s” is %s", (need, first) => {
    expect(mostAlike(index, need, 3)[0]?.id ?? null).toBe(first);
  });
});

it("finds a text by its own words before any other, whatever the words are", () => {
  const word = fc.stringMatching(/^[a-zà-ÿ]{4,9}$/);
  const text = fc.array(word, { minLength: 4, maxLength: 12 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 20 }), (texts) => {
      const index = indexWords(texts.map((said, at) => ({ id: `${at}`, text: said })));
      for (const said of texts) {
        const alike = mostAlike(index, said, texts.length);
        for (const { likeness } of alike) expect(likeness).toBeLessThanOrEqual(1 + 1e-9);
        const [best] = alike;
        const own = alike.find(({ id }) => texts[Number(id)] === said);
        // Words that are all so common that they say nothing find nothing; else itself comes first.
        if (best) expect(own?.likeness).toBeCloseTo(best.likeness, 9);
      }
    }),
    { numRuns: 100 },
  );
});
