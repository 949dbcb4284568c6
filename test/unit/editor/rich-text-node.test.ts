/** Whatever lies in a field is shown, and none of its words is lost. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { nodeOfRichText } from "../../../client/editor/text/rich-text-node.ts";
import type { RichNode } from "../../../shared/rich-text.ts";

it("makes a document of anything, with every word in it", () => {
  const names = ["paragraph", "bulletList", "listItem", "table", "callout", "text", "doc", ""];
  const { node } = fc.letrec<{ node: RichNode }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.string({ minLength: 1 }).map((text) => ({
        type: "text",
        text,
        marks: [{ type: "bold" }, { type: "sparkle" }],
      })),
      fc.record({
        type: fc.constantFrom(...names),
        attrs: fc.constant({ colspan: "wide", href: 3 }),
        content: fc.array(tie("node"), { maxLength: 3 }),
      }),
    ),
  }));
  const wordsOf = (one: RichNode): string => one.text ?? (one.content ?? []).map(wordsOf).join("");
  fc.assert(
    fc.property(fc.array(node, { maxLength: 4 }), (content) => {
      const written = nodeOfRichText({ type: "doc", content });
      const letters = (words: string): string => words.replace(/\s/g, "");
      expect(letters(written.textContent)).toBe(letters(content.map(wordsOf).join("")));
    }),
  );
});

it("keeps what it knows as it is", () => {
  const content: RichNode[] = [
    {
      type: "orderedList",
      content: [
        {
          type: "listItem",
          content: [
            {
              type: "paragraph",
              content: [
                {
                  type: "text",
                  text: "the law",
                  marks: [{ type: "link", attrs: { href: "https://www.legislation.gov.uk" } }],
                },
              ],
            },
          ],
        },
      ],
    },
  ];
  expect(nodeOfRichText({ type: "doc", content }).toJSON()).toEqual({ type: "doc", content });
});
