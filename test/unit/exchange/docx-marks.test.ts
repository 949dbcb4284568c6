/** The marks in our Word files: names that Word allows, and that lead back to field and item. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { evenOut } from "../../../shared/even-text.ts";
import { allKinds, itemKinds } from "../../../shared/item-kinds.ts";
import type { RichNode, RichText } from "../../../shared/rich-text.ts";
import { asWordKeepsIt } from "../../../server/exchange/docx/as-word-keeps-it.ts";
import { markName, readMark, referenceMark } from "../../../server/exchange/docx/marks.ts";
import { readItems } from "../../../shared/items.ts";
import { docOf, generatedStatement } from "./generated-statement.ts";

const fields = allKinds.flatMap((kind) =>
  itemKinds[kind].fields.map((field) => ({ kind, field: field.name })),
);

test.each(fields)(
  "a mark leads back to the $field of the $kind it was made for",
  ({ kind, field }) => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{21}$/), (itemId) => {
        const name = markName({ of: "field", kind, field, itemId });
        // Eleven of an id's letters can be `_` or `-` before its name is too long; most ids have one at most.
        fc.pre(name !== null);
        expect(name).toMatch(/^_[A-Za-z0-9_]{1,39}$/);
        expect(readMark(name ?? "")).toEqual({ of: "field", kind, field, itemId });
      }),
    );
  },
);

test("an id that no bookmark can hold gets no mark", () => {
  expect(markName({ of: "variation", tail: "x".repeat(64) })).toBeNull();
  expect(markName({ of: "variation", tail: "é" })).toBeNull();
});

test("other bookmarks are none of ours", () => {
  for (const name of ["", "_GoBack", "_Toc123", "_nl_zz_abc", "_nl_rr_", "R_27"])
    expect(readMark(name)).toBeNull();
});

test("a reference has a bookmark that Word allows", () => {
  expect(referenceMark("R-27")).toBe("R_27");
});

const paragraph = (text?: string): RichNode => ({
  type: "paragraph",
  ...(text === undefined ? {} : { content: [{ type: "text", text }] }),
});

test("Word keeps what is said, and no paragraph without words", () => {
  const list = { type: "bulletList", content: [{ type: "listItem", content: [paragraph()] }] };
  const text: RichText = {
    type: "doc",
    content: [paragraph("One"), paragraph(), paragraph("  "), list, paragraph("Two\u0007")],
  };
  const kept: RichText = { type: "doc", content: [paragraph("One"), paragraph("Two")] };
  expect(asWordKeepsIt(text)).toEqual(kept);
});

test("whatever the editor lays out, Word keeps as it is", () => {
  fc.assert(
    fc.property(generatedStatement, ({ items }) => {
      expect(readItems(docOf(items)).map(({ id }) => id)).toEqual(items.map(({ id }) => id));
      for (const item of items) {
        for (const text of Object.values(item.fields))
          expect(asWordKeepsIt(text)).toEqual(evenOut(text));
      }
    }),
  );
});
