/** Word files from elsewhere: what each paragraph, point and row is offered as, and that no words are lost. */
import { describe, expect, it } from "vitest";
import { readDocx } from "../../../server/exchange/docx/read-docx.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { ProposedFile, ProposedItem } from "../../../shared/proposed-file.ts";
import { aPastTender } from "./a-past-tender.ts";
import {
  aWordFile,
  deleted,
  headingStyles,
  inserted,
  p,
  run,
  table,
  type WordParts,
} from "./a-word-file.ts";
import { offeredByPastTender } from "./past-tender-offered.ts";

const read = (body: string, parts: WordParts = {}): Promise<ProposedFile> =>
  readDocx(aWordFile(body, { styles: headingStyles, ...parts }));
const look = ({ kind, level, reference, priority, fields }: ProposedItem): string =>
  [
    kind + (level ?? ""),
    reference === "" ? "–" : reference,
    priority ?? "–",
    Object.entries(fields)
      .map(([name, text]) => `${name}: ${plainText(text).replaceAll("\n", " / ")}`)
      .join(" | "),
  ].join("  ");
const looks = async (body: string, parts: WordParts = {}): Promise<string[]> =>
  (await read(body, parts)).items.map(look);
const notices = async (body: string, parts: WordParts = {}): Promise<string[]> =>
  (await read(body, parts)).notices.map(({ what }) => what);

describe("a past tender", () => {
  it("comes in as sections, needs, outcomes, requirements with their references and priorities, and text", async () => {
    const file = await readDocx(await aPastTender());
    expect(file.items.map(look)).toEqual(offeredByPastTender);
    expect(file.title).toBe("Repairs and maintenance");
    expect(file.problems).toEqual([]);
    expect(file.notices.map(({ what }) => what)).toEqual([
      "1 column for a supplier’s answers was left out.",
      "1 footnote comes as a paragraph after the words.",
    ]);
  });

  it("keeps bold, links and lists, and says where each item stands and why it is offered so", async () => {
    const { items } = await readDocx(await aPastTender());
    expect(items[1]?.fields["body"]?.content[0]?.content).toEqual([
      { type: "text", text: "The council owns " },
      { type: "text", text: "about 9,000 homes", marks: [{ type: "bold" }] },
      { type: "text", text: ". Last year’s figures are on " },
      {
        type: "text",
        text: "our website",
        marks: [{ type: "link", attrs: { href: "https://example.org/repairs" } }],
      },
      { type: "text", text: "." },
    ]);
    const booking = items.find(({ reference }) => reference === "AP1");
    expect(booking).toMatchObject({
      where: "Table 2, row 3",
      why: "The heading of the column says so.",
    });
    expect(booking?.notes && plainText(booking.notes)).toBe("Asked for by Bromley");
    const clause = items.find(({ reference }) => reference === "1.2");
    expect(clause?.fields["statement"]?.content.map(({ type }) => type)).toEqual([
      "paragraph",
      "orderedList",
    ]);
  });
});

describe("headings", () => {
  it("lose the numbers that people typed, and keep numbers that are words", async () => {
    const titles = [
      "1. Scope",
      "2.1 Calls",
      "3 Visits",
      "24 hour service",
      "Section 5: Money",
      "A. Annex",
      "4G coverage",
    ];
    const body = titles.map((title) => p(run(title), "H1")).join("");
    expect((await looks(body)).map((line) => line.replace(/^.*title: /, ""))).toEqual([
      "Scope",
      "Calls",
      "Visits",
      "24 hour service",
      "Money",
      "Annex",
      "4G coverage",
    ]);
  });

  it("begin at the first level, whatever the file’s highest is, and stop at the third", async () => {
    const body = p(run("Calls"), "H2") + p(run("Times"), "H3") + p(run("Nights"), "H4");
    expect(await looks(body)).toEqual([
      "section1  –  –  title: Calls",
      "section2  –  –  title: Times",
      "section3  –  –  title: Nights",
    ]);
  });

  it("are found by outline level too, and by bold in a file without any", async () => {
    const outlined = `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>${run("Calls")}</w:p>`;
    expect(await looks(outlined)).toEqual(["section1  –  –  title: Calls"]);
    const body = p(run("Repairs", "<w:b/>")) + p(run("Words."));
    expect(await looks(body)).toEqual([
      "section1  –  –  title: Repairs",
      "text  –  –  body: Words.",
    ]);
    expect(await notices(body)).toEqual([
      "It has no headings made with Word’s heading styles. Short bold lines were taken as sections.",
    ]);
  });
});

describe("paragraphs", () => {
  it.each([
    [
      "REQ-12: The supplier must answer.",
      "requirement  REQ-12  must  statement: The supplier must answer.",
    ],
    ["3.2.1\tCalls are answered.", "requirement  3.2.1  –  statement: Calls are answered."],
    ["[M] Answer calls.", "requirement  –  must  statement: Answer calls."],
    ["Answer calls. (Desirable)", "requirement  –  should  statement: Answer calls."],
    [
      "As a tenant, I want to call so that I am heard.",
      "need  –  –  asA: tenant | iNeed: call | soThat: I am heard",
    ],
    [
      "ISO 27001 must be held by all of them.",
      "text  –  –  body: ISO 27001 must be held by all of them.",
    ],
    ["3.2 million calls came last year.", "text  –  –  body: 3.2 million calls came last year."],
    ["A plain sentence.", "text  –  –  body: A plain sentence."],
  ])("%s", async (words, expected) => {
    expect(await looks(p(run(words)))).toEqual([expected]);
  });

  it("are joined where a story goes over several lines, and parted where a line is broken by hand", async () => {
    const broken = `${run("As a tenant")}<w:r><w:br/></w:r>${run("I need to call")}<w:r><w:br/></w:r>${run("so that I am heard.")}`;
    expect(await looks(p(broken))).toEqual([
      "need  –  –  asA: tenant | iNeed: call | soThat: I am heard",
    ]);
    expect(await looks(p(`${run("One")}<w:r><w:br/></w:r>${run("Two")}`))).toEqual([
      "text  –  –  body: One / Two",
    ]);
  });

  it("keep points that somebody typed with the words that open them, as a list", async () => {
    const body = p(run("The supplier must:")) + p(run("• answer calls")) + p(run("• come in time"));
    const { items } = await read(body);
    expect(items).toHaveLength(1);
    expect(items[0]?.fields["statement"]?.content.map(({ type }) => type)).toEqual([
      "paragraph",
      "bulletList",
    ]);
    expect(items.map(look)).toEqual([
      "requirement  –  must  statement: The supplier must: / answer calls / come in time",
    ]);
  });

  it("say their words whatever stands around them: fields, content controls, hyphens, symbols, text boxes", async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const body =
      p(
        `${run("See ")}${field}${run("Schedule 2")}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(".")}`,
      ) +
      `<w:sdt><w:sdtContent>${p(run("In a control."))}</w:sdtContent></w:sdt>` +
      p(`<w:r><w:t>re</w:t><w:noBreakHyphen/><w:t>let</w:t><w:softHyphen/><w:t>ting</w:t></w:r>`) +
      p(
        `${run("Beside a box.")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p(run("In the box."))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(run("In the box."))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      );
    expect(await looks(body)).toEqual([
      "text  –  –  body: See Schedule 2.",
      "text  –  –  body: In a control.",
      "text  –  –  body: re-letting",
      "text  –  –  body: Beside a box.",
      "text  –  –  body: In the box.",
    ]);
  });
});

describe("tables", () => {
  it("of user stories on cards come in as needs", async () => {
    const card = table([
      [p(run("As a")), p(run("caretaker"))],
      [p(run("I need to")), p(run("report a fault"))],
      [p(run("So that")), p(run("it is put right."))],
    ]);
    expect(await looks(card)).toEqual([
      "need  –  –  asA: caretaker | iNeed: report a fault | soThat: it is put right",
    ]);
  });

  it("say which needs a requirement meets, and lose no column that we have no place for", async () => {
    const rows = [
      ["Ref", "Requirement", "Meets", "Raised by", "Lot"],
      ["R1", "Answer calls", "UN-2; UN-3 fully", "Hackney, Camden", "Lot 2"],
    ].map((row) => row.map((words) => p(run(words))));
    const file = await read(table(rows));
    expect(file.links.map(({ from, to, how }) => [from, to, how])).toEqual([
      ["Table 1, row 2", "UN-2", "partly"],
      ["Table 1, row 2", "UN-3", "fully"],
    ]);
    const [item] = file.items;
    expect(item?.raisedBy).toEqual(["Hackney", "Camden"]);
    expect(item?.notes && plainText(item.notes)).toBe("Lot: Lot 2");
  });

  it("without a heading row are read where each row begins with a reference", async () => {
    const rows = [
      ["R1", "The supplier must answer calls", "Essential"],
      ["R2", "A map would help", "Desirable"],
    ].map((row) => row.map((words) => p(run(words))));
    expect(await looks(table(rows))).toEqual([
      "requirement  R1  must  statement: The supplier must answer calls",
      "requirement  R2  should  statement: A map would help",
    ]);
  });

  it("that only lay out the page hold their words as if they were not there", async () => {
    const frame = table([[p(run("In a frame.")) + p(run("And more."))]]);
    expect(await looks(frame)).toEqual([
      "text  –  –  body: In a frame.",
      "text  –  –  body: And more.",
    ]);
  });
});

describe("what cannot come in", () => {
  it("is said: pictures, hidden words, other links, comments, macros", async () => {
    const body =
      p(`${run("Words. ")}<w:r><w:drawing/></w:r>${run("secret", "<w:vanish/>")}`) +
      p(`<w:hyperlink r:id="rId9">${run("Press")}</w:hyperlink>`);
    const parts = {
      links: { rId9: "javascript:alert(1)" },
      comments: `<w:comment w:id="0" w:author="Ann Lee">${p(run("Is this right?"))}</w:comment>`,
      more: { "word/vbaProject.bin": "x" },
    };
    const file = await read(body, parts);
    expect(file.notices.map(({ what }) => what)).toEqual([
      "1 picture was left out. Only words come in.",
      "Words that are hidden in Word were left out.",
      "1 link that leads to no page or email address was left out. The words stay.",
      "Its macros were left out. Only words come in.",
      "Ann Lee comments in Word: “Is this right?”. Comments do not come in. Say it on the page if it is new.",
    ]);
    expect(JSON.stringify(file.items)).not.toMatch(/secret|javascript|link/);
    expect(file.items.map(look)).toEqual(["text  –  –  body: Words.", "text  –  –  body: Press"]);
  });

  it("are the tracked changes of a file that is not ours: they are read as accepted", async () => {
    const body = p(`${run("Answer ")}${deleted("slowly")}${inserted("quickly")}${run(".")}`);
    expect(await looks(body)).toEqual(["text  –  –  body: Answer quickly."]);
    expect(await notices(body)).toEqual([
      "It has tracked changes. It was read as if all of them were accepted.",
    ]);
  });

  it("is a contents list, which is made from the headings", async () => {
    const toc = `<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>`;
    const body = p(run("Calls 3"), "T1") + p(run("Calls"), "H1");
    expect(await looks(body, { styles: headingStyles + toc })).toEqual([
      "section1  –  –  title: Calls",
    ]);
  });
});
