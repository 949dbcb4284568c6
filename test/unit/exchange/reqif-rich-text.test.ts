/** Rich text of other tools, cleaned; and our own, of which every space comes back. */
import { describe, expect, test } from "vitest";
import { readXhtml } from "../../../server/exchange/reqif/read-xhtml.ts";
import { readXmlText } from "../../../server/exchange/reqif/read-xml.ts";
import { writeXhtml } from "../../../server/exchange/reqif/write-xhtml.ts";
import type { RichText } from "../../../shared/rich-text.ts";

/** The text as our own XHTML writes it, which is easier to read than its data. */
function cleaned(xhtml: string): string {
  return writeXhtml(read(xhtml, "collapsed"), "").replace(/^<div>|<\/div>$/g, "");
}

function read(xhtml: string, space: "collapsed" | "as-written"): RichText {
  const xml = readXmlText(`<THE-VALUE>${xhtml}</THE-VALUE>`);
  if (xml.state === "refused") throw new Error(xml.what);
  return readXhtml(xml.root, space).text;
}

describe("rich text of another tool", () => {
  const cases: readonly [string, string, string][] = [
    ["white space parts words only", "<p>\n  one\n\t two  </p>\n", "<p>one two</p>"],
    [
      "words outside of paragraphs get one",
      "<div>one<p>two</p>three</div>",
      "<p>one</p><p>two</p><p>three</p>",
    ],
    [
      "a line break parts paragraphs",
      "<p>one<br/>two<br/><br/>three</p>",
      "<p>one</p><p>two</p><p>three</p>",
    ],
    [
      "bold and italic stay, whatever they are called",
      `<p><b>a</b> <em>b</em> <span style="font-weight: bold; font-style:italic">c</span></p>`,
      "<p><strong>a</strong> <em>b</em> <em><strong>c</strong></em></p>",
    ],
    [
      "other marks go, their words stay",
      "<p>H<sub>2</sub>O <u>now</u> <del>then</del></p>",
      "<p>H2O now</p><p>then</p>",
    ],
    [
      "headings become bold",
      "<div><h2>Doors</h2>They open.</div>",
      "<p><strong>Doors</strong></p><p>They open.</p>",
    ],
    [
      "lists in lists",
      "<ul> <li>one <ol><li>two</li></ol></li> <li/> </ul>",
      "<ul><li><p>one</p><ol><li><p>two</p></li></ol></li><li><p/></li></ul>",
    ],
    [
      "a list of terms",
      "<dl><dt>Lift</dt><dd>goes up</dd></dl>",
      "<p><strong>Lift</strong></p><p>goes up</p>",
    ],
    [
      "a table, its foot last",
      `<table><caption>Sizes</caption><tfoot><tr><td>3</td></tr></tfoot><thead><tr><th colspan="2">1</th></tr></thead><tbody><tr><td/></tr></tbody></table>`,
      `<p>Sizes</p><table><tr><th colspan="2"><p>1</p></th></tr><tr><td><p/></td></tr><tr><td><p>3</p></td></tr></table>`,
    ],
    [
      "links to pages and mailboxes stay, others lose where they lead",
      `<p><a href="https://example.org/">a</a> <a href="javascript:alert(1)">b</a> <a href="files/x.doc">c</a></p>`,
      `<p><a href="https://example.org/">a</a> b c</p>`,
    ],
    [
      "scripts and style sheets go",
      `<div><script>alert(1)</script><style>p{}</style><p onclick="x()">a</p></div>`,
      "<p>a</p>",
    ],
    ["lines of code stay lines", "<pre>one\n  two</pre>", "<p>one</p><p>two</p>"],
    [
      "the words for a picture stay",
      `<p>a <object data="x.png"><object data="y.svg">plan</object></object></p>`,
      "<p>a plan</p>",
    ],
    ["unknown elements give their words", "<blink><marquee>a</marquee></blink>", "<p>a</p>"],
  ];
  test.each(cases)("%s", (_, xhtml, expected) => {
    expect(cleaned(xhtml)).toBe(expected);
  });

  test("lists that go too deep become paragraphs, and no word is lost", () => {
    const deep = `${"<ul><li>x".repeat(20)}${"</li></ul>".repeat(20)}`;
    const found = cleaned(deep);
    expect(found.match(/x/g)).toHaveLength(20);
    expect(found.match(/<ul>/g)?.length).toBeLessThan(6);
  });
});

test.each([
  ["spaces at the ends and twice", "  a  b  "],
  ["tabs and line breaks", "a\tb\nc\r\nd\r"],
  ["a space that binds", "10\u00a0%"],
  ["what looks like markup", "<b>&amp;]]></b> \"quoted\" 'single'"],
  ["emoji and letters outside of the first plane", "👩‍👧‍👦 𝒳 🇬🇧"],
  ["right-to-left words", "שלום (עברית) مرحبا"],
])("our own text comes back with %s", (_, words) => {
  const text: RichText = {
    type: "doc",
    content: [
      { type: "paragraph", content: [{ type: "text", text: words }] },
      { type: "paragraph", content: [{ type: "text", text: words, marks: [{ type: "bold" }] }] },
      { type: "paragraph" },
    ],
  };
  expect(read(writeXhtml(text, ""), "as-written")).toEqual(text);
});

test("our own tables come back with spans, widths and alignment, empty lists do not trip anything", () => {
  const text: RichText = {
    type: "doc",
    content: [
      {
        type: "table",
        content: [
          {
            type: "tableRow",
            content: [
              { type: "tableHeader", attrs: { colspan: 2, align: "right", colwidth: [120, 80] } },
              { type: "tableCell", attrs: { rowspan: 3 }, content: [{ type: "paragraph" }] },
            ],
          },
        ],
      },
    ],
  };
  expect(read(writeXhtml(text, ""), "as-written")).toEqual(text);
  expect(writeXhtml({ type: "doc", content: [{ type: "bulletList" }] }, "")).toBe("<div></div>");
});

test("what XML cannot say is left out", () => {
  const words = "a\u0000b\u001fc\ufffed\ud800e";
  const text: RichText = {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
  };
  expect(writeXhtml(text, "")).toBe("<div><p>abcde</p></div>");
});
