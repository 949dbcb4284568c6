/** The Word statement: every word in order, nothing empty, heads that repeat, references that lead somewhere. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { asWordKeepsIt } from "../../../server/exchange/docx/as-word-keeps-it.ts";
import { readDocx } from "../../../server/exchange/docx/read-docx.ts";
import {
  childOf,
  elementsInside,
  elementsOf,
  type XmlElement,
} from "../../../server/exchange/docx/read-xml.ts";
import { writeWordStatement } from "../../../server/exchange/docx/write-statement.ts";
import { hasWords, plainText } from "../../../shared/plain-text.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { generatedStatement } from "./generated-statement.ts";
import { smallStatement } from "./small-statement.ts";
import { textsIn } from "./texts-in.ts";
import { paragraphsIn, wordParts, wordsOf } from "./word-parts.ts";

const all = { asBoroughId: null, withNeeds: true, withComments: true, withDecisions: true };
const plain = { ...all, withComments: false, withDecisions: false };

async function documentOf(
  whole: WholeStatement,
  options = all,
  isPaged = false,
): Promise<XmlElement> {
  const parts = await wordParts(await writeWordStatement(whole, options, isPaged));
  return parts.treeOf("word/document.xml");
}

test("every word of the statement is in the file, in order, and no paragraph is empty", async () => {
  await fc.assert(
    fc.asyncProperty(generatedStatement, async (whole) => {
      const tree = await documentOf(whole);
      const words = paragraphsIn(tree).map(wordsOf).join("\n");
      let from = words.indexOf("End of the contents") + 1;
      for (const text of textsIn(whole)) {
        const at = words.indexOf(text, from);
        expect(at, text).toBeGreaterThanOrEqual(0);
        from = at + text.length;
      }
      expect(emptyParagraphs(tree)).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("it comes back in with every field and variation as it was", async () => {
  await fc.assert(
    fc.asyncProperty(generatedStatement, async (whole) => {
      const file = await readDocx(await writeWordStatement(whole, all, false));
      const read = new Map(file.items.map((item) => [item.itemId, item]));
      for (const item of whole.items) {
        if (item.removed) continue;
        const back = read.get(item.id);
        for (const [name, text] of Object.entries(item.fields))
          if (hasWords(text))
            expect(asWordKeepsIt(back?.fields[name] ?? text)).toEqual(asWordKeepsIt(text));
        expect(back?.priority ?? null).toBe(item.priority);
        expect(back?.variations?.map(({ text }) => asWordKeepsIt(text)) ?? []).toEqual(
          item.variations.map(({ text }) => asWordKeepsIt(text)),
        );
        expect(Object.keys(back?.fields ?? {}).toSorted()).toEqual(
          Object.keys(item.fields)
            .filter((name) => hasWords(item.fields[name]))
            .toSorted(),
        );
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("headings are Word's own, with no number typed", async () => {
  const tree = await documentOf(smallStatement, plain);
  const headings = paragraphsIn(tree).filter((paragraph) => /^Heading\d$/.test(styleOf(paragraph)));
  expect(headings.map((heading) => [styleOf(heading), wordsOf(heading)])).toEqual([
    ["Heading1", "Background"],
    ["Heading2", "User needs"],
    ["Heading2", "Reporting a repair"],
  ]);
  const styles = (await wordParts(await writeWordStatement(smallStatement, plain))).textOf(
    "word/styles.xml",
  );
  for (const level of [1, 2, 3]) {
    const style = new RegExp(`<w:style [^>]*w:styleId="Heading${level}".*?</w:style>`).exec(
      styles,
    )?.[0];
    expect(style).toContain("<w:numId ");
    expect(style).toContain(`<w:outlineLvl w:val="${level - 1}"/>`);
  }
});

test("the contents list is a field that is filled in already", async () => {
  const tree = await documentOf(smallStatement, plain, true);
  const instructions = elementsInside(tree, "w:instrText").flatMap(({ children }) => children);
  expect(instructions.some((words) => typeof words === "string" && words.includes("TOC"))).toBe(
    true,
  );
  const entries = paragraphsIn(tree).filter((paragraph) => /^TOC\d$/.test(styleOf(paragraph)));
  expect(entries.map(wordsOf)).toEqual([
    expect.stringMatching(/^1Background\d$/),
    expect.stringMatching(/^1\.1User needs\d$/),
    expect.stringMatching(/^1\.2Reporting a repair\d$/),
  ]);
});

test("tables say what their columns are, on every page", async () => {
  const tree = await documentOf(smallStatement, plain);
  const heads = elementsInside(tree, "w:tbl").map((table) => {
    const [first] = elementsOf(table, "w:tr");
    if (!first) throw new Error("a table without rows");
    expect(elementsInside(first, "w:tblHeader")).toHaveLength(1);
    for (const row of elementsOf(table, "w:tr"))
      expect(elementsInside(row, "w:cantSplit")).toHaveLength(1);
    return elementsOf(first, "w:tc").map(wordsOf);
  });
  expect(heads).toEqual([
    ["What", "By when"],
    ["Reference", "Need", "Priority"],
    ["Reference", "Requirement", "Priority"],
  ]);
});

test("a reference can be gone to, and what a requirement meets leads there", async () => {
  const tree = await documentOf(smallStatement, plain);
  const bookmarks = elementsInside(tree, "w:bookmarkStart").map(({ attrs }) => attrs["w:name"]);
  expect(bookmarks).toEqual(expect.arrayContaining(["N_12", "R_27", "R_31"]));
  const words = paragraphsIn(tree).map(wordsOf);
  expect(words).toContain("Meets N-12 (partly)");
  const links = elementsInside(tree, "w:hyperlink").flatMap(({ attrs }) => attrs["w:anchor"] ?? []);
  expect(links).toContain("N_12");
  for (const link of links) expect(bookmarks).toContain(link);
});

test("a need reads as a sentence, and labels and variations say what they are", async () => {
  const words = paragraphsIn(await documentOf(smallStatement, plain)).map(wordsOf);
  expect(words).toContain("As a tenant, I need to report a leak at any time so that it is stopped");
  expect(words).toContain("Measure: Within 4 hours");
  expect(words).toContain("Differs for Hackney: Within 2 hours");
  expect(words).toContain("Raised by Camden, Hackney");
});

test("without needs, nothing of them is in the file", async () => {
  const words = wordsOf(await documentOf(smallStatement, { ...plain, withNeeds: false }));
  expect(words).not.toContain("tenant, I need to");
  expect(words).not.toContain("N-12");
  expect(words).toContain("R-27");
});

test("what is not taken forward and what nobody wrote is left out", async () => {
  const words = wordsOf(await documentOf(smallStatement, plain));
  expect(words).not.toContain("fax");
  expect(words).not.toContain("R-32");
});

test("comments are Word's own: on the words, with who and when, answers under them, settled ones done", async () => {
  const parts = await wordParts(
    await writeWordStatement(smallStatement, { ...plain, withComments: true }),
  );
  const comments = elementsInside(parts.treeOf("word/comments.xml"), "w:comment");
  expect(
    comments.map((comment) => [
      comment.attrs["w:author"],
      comment.attrs["w:initials"],
      wordsOf(comment),
    ]),
  ).toEqual([
    ["Sam O’Neill (Hackney)", "SO", "Objection: Too slow for us"],
    ["Priya Shah (Camden)", "PS", "Would 2 hours do?"],
    ["Priya Shah (Camden)", "PS", "Who checks this?"],
  ]);
  expect(comments[0]?.attrs["w:date"]).toBe("2026-05-14T09:30:00.000Z");
  const document = parts.textOf("word/document.xml");
  const range =
    /<w:commentRangeStart w:id="0"\/>(.*?)<w:commentRangeEnd w:id="0"\/>/s.exec(document)?.[1] ??
    "";
  expect(range.replace(/<[^>]*>/g, "")).toBe("within 4 hours");
  const threads = parts.textOf("word/commentsExtended.xml");
  expect(threads.match(/w15:paraIdParent=/g)).toHaveLength(1);
  expect(threads.match(/w15:done="1"/g)).toHaveLength(2);
});

test("without comments, nobody's words about the text are in the file", async () => {
  const parts = await wordParts(await writeWordStatement(smallStatement, plain));
  const everything = parts.names
    .filter((name) => name.endsWith(".xml"))
    .map(parts.textOf)
    .join("");
  for (const words of ["Too slow", "Who checks", "Sam O", "Withdrawn words", "Only for us"])
    expect(everything).not.toContain(words);
});

test("with the decisions, what was objected and left out is in an annex of its own", async () => {
  const tree = await documentOf(smallStatement, { ...plain, withDecisions: true });
  const words = paragraphsIn(tree).map(wordsOf);
  const annex = words.slice(words.indexOf("Decisions"));
  expect(annex).toEqual(expect.arrayContaining(["Objection on “within 4 hours”", "Closed"]));
  expect(annex).toContain("Sam O’Neill (Hackney), 2 June 2026: Settled at the meeting");
  expect(annex).toContain("Left out on purpose");
  expect(annex.join(" ")).not.toContain("Who checks this?");
});

test("language, title and page numbers are set", async () => {
  const parts = await wordParts(await writeWordStatement(smallStatement, plain));
  expect(parts.textOf("word/styles.xml")).toMatch(/<w:lang [^>]*w:val="en-GB"/);
  const core = parts.textOf("docProps/core.xml");
  expect(core).toContain("<dc:title>Repairs &amp; more</dc:title>");
  const feet = parts.names.filter((name) => name.startsWith("word/footer")).map(parts.textOf);
  for (const foot of feet) expect(foot).toContain("NUMPAGES");
});

function styleOf(paragraph: XmlElement): string {
  return childOf(childOf(paragraph, "w:pPr"), "w:pStyle")?.attrs["w:val"] ?? "";
}

/** Paragraphs without a letter; a cell that nothing is written in has to have one. */
function emptyParagraphs(tree: XmlElement): XmlElement[] {
  const inEmptyCells = new Set(
    elementsInside(tree, "w:tc").flatMap((cell) => {
      const paragraphs = elementsOf(cell, "w:p");
      return paragraphs.length === 1 && elementsOf(cell).length <= 2 ? paragraphs : [];
    }),
  );
  // Word itself ends its contents list in a paragraph of its own.
  const isEndOfContents = (paragraph: XmlElement): boolean =>
    elementsInside(paragraph, "w:fldChar").length > 0;
  return paragraphsIn(tree).filter(
    (paragraph) =>
      wordsOf(paragraph) === "" && !inEmptyCells.has(paragraph) && !isEndOfContents(paragraph),
  );
}

test("the plain text of the small statement is what the tests take it for", () => {
  expect(textsIn(smallStatement).slice(0, 2)).toEqual(["Background", "All boroughs have:"]);
  expect(plainText({ type: "doc", content: [] })).toBe("");
});
