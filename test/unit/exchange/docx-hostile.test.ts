/** Word files that are no Word files, or were made to do harm: a plain answer, and nothing comes in. */
import { describe, expect, it } from "vitest";
import { readDocx } from "../../../server/exchange/docx/read-docx.ts";
import { aZip } from "./a-zip.ts";
import { aWordFile, p, run, table } from "./a-word-file.ts";

const problemsOf = async (bytes: Uint8Array): Promise<string> => {
  const { items, problems } = await readDocx(bytes);
  expect(items).toEqual([]);
  return problems.map(({ what }) => what).join(" ");
};
const bytesOf = (...bytes: number[]): Uint8Array => Uint8Array.from([...bytes, 0, 0, 0, 0]);
const withDocument = (xml: string): Uint8Array =>
  aZip([
    { name: "[Content_Types].xml", bytes: "<Types/>" },
    { name: "word/document.xml", bytes: xml },
  ]);
const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

describe("a file that is something else", () => {
  it.each([
    ["an old .doc, or a locked file", bytesOf(0xd0, 0xcf, 0x11, 0xe0), /old Word file.*save it as/],
    ["a PDF", bytesOf(0x25, 0x50, 0x44, 0x46), /This is a PDF/],
    ["a text", new TextEncoder().encode("Hello"), /not a Word document/],
    ["nothing", new Uint8Array(), /The file is empty/],
    ["half a zip", bytesOf(0x50, 0x4b, 3, 4), /damaged/],
    ["a workbook", aZip([{ name: "xl/workbook.xml", bytes: "<a/>" }]), /Excel workbook/],
    ["an OpenDocument file", aZip([{ name: "content.xml", bytes: "<a/>" }]), /OpenDocument/],
    ["a zip of pictures", aZip([{ name: "a.png", bytes: "x" }]), /not a Word document/],
    ["an empty document", aWordFile(""), /no words/],
  ])("%s", async (_, bytes, answer) => {
    expect(await problemsOf(bytes)).toMatch(answer);
  });
});

describe("a file made to do harm", () => {
  it("with entities that blow up is refused, and so is any DOCTYPE", async () => {
    const lol = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="${wordNamespace}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
    expect(await problemsOf(withDocument(lol))).toMatch(/document type/);
    const outside = `<!DOCTYPE a SYSTEM "file:///etc/passwd"><w:document xmlns:w="${wordNamespace}"/>`;
    expect(await problemsOf(withDocument(outside))).toMatch(/document type/);
  });

  it("that is cut off or not XML is refused, never half read", async () => {
    const whole = `<w:document xmlns:w="${wordNamespace}"><w:body>${p(run("Words"))}</w:body></w:document>`;
    expect(await problemsOf(withDocument(whole.slice(0, -30)))).toMatch(/damaged/);
    expect(await problemsOf(withDocument(whole.replace("<w:body>", "<w:body>&nosuch;")))).toMatch(
      /damaged/,
    );
  });

  it("nested a thousand deep is refused", async () => {
    let inside = p(run("Deep"));
    for (let depth = 0; depth < 1_000; depth += 1) inside = table([[inside]]);
    expect(await problemsOf(aWordFile(inside))).toMatch(/deeply nested/);
  });

  it("that packs a gigabyte into a megabyte is not unpacked", async () => {
    const bomb = aZip([
      { name: "[Content_Types].xml", bytes: "<Types/>" },
      { name: "word/document.xml", bytes: "a".repeat(40_000_000) },
    ]);
    expect(await problemsOf(bomb)).toMatch(/unpacks to far more/);
  });

  it("that points outside itself is read without what it points to", async () => {
    const bytes = aWordFile(
      `${p(`<w:hyperlink r:id="rId8">${run("Words")}</w:hyperlink>`)}<w:altChunk r:id="rId7"/>`,
      {
        links: { rId7: "https://example.org/other.docx", rId8: "file:///etc/passwd" },
      },
    );
    const { items } = await readDocx(bytes);
    expect(items.map(({ fields }) => fields)).toEqual([
      {
        body: {
          type: "doc",
          content: [{ type: "paragraph", content: [{ type: "text", text: "Words" }] }],
        },
      },
    ]);
  });

  it("of more paragraphs than anybody could look through is refused, and read in a few seconds", async () => {
    const many = Array.from({ length: 10_001 }, (_, at) => p(run(`Sentence ${at}.`))).join("");
    expect(await problemsOf(aWordFile(many))).toMatch(/more than 10,000 items/);
    const points = Array.from({ length: 20_000 }, (_, at) => p(run(`• Point ${at}`))).join("");
    const { items } = await readDocx(aWordFile(points));
    expect(items.length).toBe(334);
  });

  it("with spans and levels beyond all measure comes in with sensible ones", async () => {
    const span = `<w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>${p(run("Wide"))}`;
    const list = `<w:p><w:pPr><w:numPr><w:ilvl w:val="99999"/><w:numId w:val="1"/></w:numPr></w:pPr>${run("Deep point")}</w:p>`;
    const { items } = await readDocx(
      aWordFile(
        table([
          [span, p(run("b"))],
          [p(run("c")), p(run("d"))],
        ]) + list,
        {
          numbering: `<w:abstractNum w:abstractNumId="0"/><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
        },
      ),
    );
    expect(JSON.stringify(items)).toContain("Deep point");
    expect(JSON.stringify(items)).not.toContain("100000000");
  });
});
