/** The table of what a text may hold is the page's schema, and says what is wrong in plain words. */
import { describe, expect, it } from "vitest";
import { textSchema } from "../../client/editor/text/text-schema.ts";
import { fieldOf, type Field } from "../../shared/item-kinds.ts";
import { richTextFromPlain, type RichNode, type RichText } from "../../shared/rich-text.ts";
import { longestWording, markRules, nodeRules, problemOfText } from "../../shared/text-rules.ts";
import { bullets, paragraph, table, words } from "./written-body.ts";

const whole = (...content: RichNode[]): RichText => ({ type: "doc", content });
const field = (kind: "need" | "requirement" | "text", name: string): Field => {
  const found = fieldOf(kind, name);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};
const statement = field("requirement", "statement");
const measure = field("requirement", "measure");
const line = field("need", "soThat");
const body = field("text", "body");

describe("the table of nodes and marks", () => {
  it("is the page's schema: the same nodes, holding the same, with the same attributes", () => {
    const ofSchema = Object.fromEntries(
      Object.values(textSchema.nodes)
        .filter(({ name }) => name !== "text")
        .map((type) => [
          type.name,
          {
            holds: Object.values(textSchema.nodes)
              .filter((child) => type.contentMatch.matchType(child))
              .map(({ name }) => name)
              .toSorted(),
            attributes: Object.fromEntries(
              Object.entries(type.spec.attrs ?? {}).map(([name, { default: unsaid }]) => [
                name,
                unsaid,
              ]),
            ),
          },
        ]),
    );
    const ofTable = Object.fromEntries(
      Object.entries(nodeRules).map(([name, { holds, attributes }]) => [
        name,
        { holds: holds.toSorted(), attributes },
      ]),
    );
    expect(ofTable).toEqual(ofSchema);
    const marks = Object.values(textSchema.marks).map(({ name, spec }) => [
      name,
      Object.keys(spec.attrs ?? {}),
    ]);
    expect(markRules).toEqual(Object.fromEntries(marks));
  });
});

describe("a wording", () => {
  it.each<[string, RichText, Field]>([
    ["words with bold", whole(paragraph(words("Two "), words("hours", "bold"))), statement],
    [
      "a list in a list",
      whole(bullets([paragraph(words("a")), bullets([paragraph()])])),
      statement,
    ],
    ["a table in text", whole(table([paragraph(words("a"))])), body],
    ["nothing, where nothing is needed", whole(paragraph()), measure],
    ["one line in a line", whole(paragraph(words("I know when to be in"))), line],
  ])("may be %s", (_what, text, where) => {
    expect(problemOfText(text, where)).toBeNull();
  });

  it.each<[string, RichText, Field, string]>([
    ["nothing, where words are needed", whole(paragraph()), statement, "cannot be empty"],
    ["two lines in a line", whole(paragraph(), paragraph()), line, "one line"],
    ["a list in a line", whole(bullets([paragraph()])), line, "one line"],
    ["a table where none may stand", whole(table([paragraph(words("a"))])), statement, "table"],
    ["too long", richTextFromPlain("a".repeat(longestWording + 1)), statement, "10,000"],
    ["an unknown block", whole({ type: "image" }), statement, "cannot stand"],
    ["words beside paragraphs", whole(words("loose")), statement, "cannot stand"],
    ["an unknown mark", whole(paragraph(words("a", "blink"))), statement, "cannot stand"],
    ["a link that runs a script", whole(linked("javascript:alert(1)")), statement, "cannot stand"],
    [
      "an attribute of no meaning",
      whole({ type: "paragraph", attrs: { style: "x" }, content: [words("a")] }),
      statement,
      "cannot stand",
    ],
    ["a name from the language itself", whole({ type: "constructor" }), statement, "cannot stand"],
    ["lists in lists without end", whole(deep(40)), statement, "cannot stand"],
  ])("may not be %s", (_what, text, where, problem) => {
    expect(problemOfText(text, where)).toContain(problem);
  });
});

function linked(href: string): RichNode {
  return paragraph({ type: "text", text: "a", marks: [{ type: "link", attrs: { href } }] });
}

function deep(depth: number): RichNode {
  return depth === 0 ? paragraph(words("a")) : bullets([deep(depth - 1)]);
}
