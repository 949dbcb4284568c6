/** Anchors against random fields, random edits and hostile JSON. fast-check prints the seed of a failure. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeAnchor, resolveAnchor, type Anchor } from "../../shared/anchors.ts";
import { layOut } from "../../shared/field-layout.ts";
import type { RichNode } from "../../shared/rich-text.ts";
import { bullets, paragraph, quoting, said, table, words, written } from "./written-body.ts";

const line = "Show a tenant the date and a two-hour window for every visit.";

describe("resolving never throws and never changes the document", () => {
  it("whatever the positions hold", () => {
    const { doc, body } = written(paragraph(words(line)));
    const anchor = quoting(body, "two-hour window");
    const roots = [...doc.share.keys()];
    const hostile = fc.record({
      itemId: fc.constantFrom("t", "u", "nowhere", "__proto__", ""),
      words: fc.record({
        field: fc.constantFrom("body", "statement", "__proto__", "constructor"),
        quote: fc.oneof(fc.string(), fc.constantFrom("(.*)+$", "\\", "two-hour", " ", "")),
        prefix: fc.string({ maxLength: 32 }),
        suffix: fc.string({ maxLength: 32 }),
        from: hostilePosition(anchor.words?.from, doc.clientID),
        to: hostilePosition(anchor.words?.to, doc.clientID),
      }),
    });
    fc.assert(
      fc.property(hostile, (sent) => {
        expect(["found", "item"]).toContain(resolveAnchor(doc, sent as Anchor).state);
      }),
      { numRuns: 2_000 },
    );
    expect([...doc.share.keys()]).toEqual(roots);
  });
});

describe("the layout of a field", () => {
  const inline = fc.record({
    text: fc.string({ minLength: 1, maxLength: 8, unit: "grapheme" }),
    bold: fc.boolean(),
  });
  const block = fc
    .array(inline, { maxLength: 4 })
    .map((parts) =>
      paragraph(...parts.map(({ text, bold }) => words(text, ...(bold ? ["bold"] : [])))),
    );
  const node: fc.Arbitrary<RichNode> = fc.oneof(
    { weight: 3, arbitrary: block },
    fc.array(fc.tuple(block, block), { minLength: 1, maxLength: 3 }).map((rows) => table(...rows)),
    fc
      .array(fc.array(block, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((items) => bullets(...items, [bullets(...items)])),
  );

  it("has the field's plain text, and finds every letter of it", () => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 5 }), (content) => {
        const { body } = written(...content);
        const layout = layOut(body);
        expect(layout.text).toBe(said(body));
        for (let offset = 0; offset < layout.text.length; offset += 1) {
          const place = layout.placeOfLetter(offset);
          if (place) expect(layout.offsetOf(place.node, place.index)).toBe(offset);
          else expect(layout.text[offset]).toBe("\n");
        }
      }),
      { numRuns: 300 },
    );
  });

  it("brings any chosen words back while edits leave them alone", () => {
    const edits = fc.array(
      fc.record({
        where: fc.nat(),
        text: fc.string({ maxLength: 6 }),
        gone: fc.nat(5),
        bold: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.array(node, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.integer({ min: 1, max: 30 }),
        edits,
        (content, start, length, list) => {
          const { doc, body } = written(...content);
          const from = start % (said(body).length + 1);
          const anchor = makeAnchor(body, "t", "body", from, from + length);
          const { words: quoted } = anchor;
          if (!quoted) return;
          for (const { where, text, gone, bold } of list) {
            const layout = layOut(body);
            const found = resolveAnchor(doc, anchor);
            if (found.state !== "found") throw new Error("lost before the edit");
            const letter = layout.placeOfLetter(where % (layout.text.length + 1));
            const offset = where % (layout.text.length + 1);
            if (!letter || (offset > found.from - 3 && offset < found.to + 3)) continue;
            const room = offset < found.from ? found.from - 2 - offset : Number.MAX_SAFE_INTEGER;
            const most = Math.min(gone, room, letter.node.length - letter.index);
            letter.node.delete(letter.index, most);
            letter.node.insert(letter.index, text, bold ? { bold: {} } : {});
          }
          const found = resolveAnchor(doc, anchor);
          expect(found).toMatchObject({ state: "found", changed: false });
        },
      ),
      { numRuns: 500 },
    );
  });
});

function hostilePosition(real: unknown, client: number): fc.Arbitrary<unknown> {
  const odd = fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constant(null), fc.constant({}));
  return fc.oneof(
    fc.constant(real),
    fc.dictionary(fc.constantFrom("item", "type", "tname", "assoc"), odd),
    fc.record({ item: fc.record({ client: odd, clock: odd }), assoc: odd }),
    fc.record({ item: fc.record({ client: fc.constantFrom(client, 1), clock: fc.nat(500) }) }),
    fc.record({ tname: fc.string() }),
    fc.anything(),
  );
}
