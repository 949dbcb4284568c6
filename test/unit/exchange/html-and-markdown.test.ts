/** HTML and Markdown: every word in order, no word as markup, references that lead somewhere. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { writeHtml } from "../../../server/exchange/html/write-html.ts";
import { escapeMarkdown } from "../../../server/exchange/markdown/markdown-text.ts";
import { writeMarkdown } from "../../../server/exchange/markdown/write-markdown.ts";
import { readXml } from "../../../server/exchange/docx/read-xml.ts";
import { richTextFromPlain } from "../../../shared/rich-text.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { generatedStatement } from "./generated-statement.ts";
import { smallStatement } from "./small-statement.ts";
import { textsIn } from "./texts-in.ts";

const all = { asBoroughId: null, withNeeds: true, withComments: true, withDecisions: true };
const plain = { ...all, withComments: false, withDecisions: false };

const htmlOf = (whole: WholeStatement, options = all): string =>
  new TextDecoder().decode(writeHtml(whole, options));
const markdownOf = (whole: WholeStatement, options = all): string =>
  new TextDecoder().decode(writeMarkdown(whole, options));

/** What a browser would show, words of one element beside those of the next. */
function shown(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<br>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

function expectInOrder(words: string, texts: readonly string[]): void {
  let from = 0;
  for (const text of texts) {
    const at = words.indexOf(text, from);
    expect(at, text).toBeGreaterThanOrEqual(0);
    from = at + text.length;
  }
}

test("HTML has every word in order, closes what it opens, and runs nothing", () => {
  fc.assert(
    fc.property(generatedStatement, (whole) => {
      const html = htmlOf(whole);
      expectInOrder(shown(html.slice(html.indexOf("<main"))), textsIn(whole));
      // All of it but the doctype is XML too, once void elements are closed.
      readXml(html.replace("<!doctype html>", "").replace(/<(meta|br)([^>]*)>/g, "<$1$2/>"));
      expect(html).not.toMatch(/<script|<b>| on\w+=|javascript:/);
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, to] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(to);
    }),
    { numRuns: 60 },
  );
});

test("HTML says its language, its landmarks, and what each table and column is", () => {
  const html = htmlOf(smallStatement, plain);
  expect(html).toContain('<html lang="en-GB">');
  for (const landmark of ["<header>", "<nav ", "<main ", "<footer>"])
    expect(html).toContain(landmark);
  expect(html).toContain("<caption>Needs in 1.1 User needs</caption>");
  expect(html).toContain('<th scope="col">Priority</th>');
  expect(html).toContain('<tr id="R-27"><th scope="row">R-27</th>');
  expect(html).toContain('Meets <a href="#N-12">N-12</a> (partly)');
  expect(html).toContain('<h3 id="section-1.2">1.2 Reporting a repair</h3>');
});

test("words that look like markup stay words", () => {
  const body = richTextFromPlain('<img src=x onerror="alert(1)"> & </main>');
  const items = smallStatement.items.map((item) =>
    item.id === "text-1" ? { ...item, fields: { body } } : item,
  );
  const html = htmlOf({ ...smallStatement, items });
  expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &lt;/main&gt;");
});

test("Markdown has an anchor for every reference, and links lead to them", () => {
  fc.assert(
    fc.property(generatedStatement, (whole) => {
      const markdown = markdownOf(whole, plain);
      const anchors = [...markdown.matchAll(/<a id="([^"]*)"><\/a>/g)].map(([, id]) => id);
      const written = whole.items.filter(
        ({ id, removed }) => !removed && whole.record.references.has(id),
      );
      expect(anchors).toEqual(written.map(({ id }) => whole.record.references.get(id)));
      for (const [, to] of markdown.matchAll(/\]\(#([^)]*)\)/g)) expect(anchors).toContain(to);
      const pieces = markdown.split(/(<table>.*?<\/table>)/s);
      const words = pieces.map((piece) =>
        piece.startsWith("<table>") ? shown(piece) : unescaped(piece),
      );
      expectInOrder(words.join(""), textsIn(whole));
    }),
    { numRuns: 60 },
  );
});

/** Words as they would be shown; emphasis and links are taken off by their signs, which words cannot have. */
function unescaped(markdown: string): string {
  const signs =
    /\\([\\`*_{}[\]<>|~#+\-=.)])|\*+|\[|\]\(<[^>]*>\)|&amp;|&lt;|&gt;|&quot;|&#39;|<[^>]*>/g;
  const entities: Readonly<Record<string, string>> = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
  };
  return markdown.replace(
    signs,
    (sign, letter: string | undefined) => letter ?? entities[sign] ?? "",
  );
}

test.each([
  ["# not a heading", String.raw`\# not a heading`],
  ["1. not a list", String.raw`1\. not a list`],
  ["- not a list", String.raw`\- not a list`],
  ["a|b", String.raw`a\|b`],
  ["<b>", String.raw`\<b\>`],
  ["*star* _under_", String.raw`\*star\* \_under\_`],
  ["[link](x)", String.raw`\[link\](x)`],
  ["two\nlines", "two lines"],
])("%s is words in Markdown", (words, markdown) => {
  expect(escapeMarkdown(words)).toBe(markdown);
});

test("a simple table is a pipe table", () => {
  const markdown = markdownOf(smallStatement, plain);
  expect(markdown).toContain("| What | By when |\n| --- | --- |\n| Start | \\=1 + 1 |");
  expect(markdown).toContain("Read the [law](<https://example.org/law>)***, all of it***.");
  expect(markdown).toContain('<a id="R-27"></a>**R-27** (Essential)');
});
