/** Our own Word file, back from somebody: what they changed, what they changed with tracking, and what they added. */
import { describe, expect, it } from "vitest";
import { readDocx } from "../../../server/exchange/docx/read-docx.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { ProposedFile } from "../../../shared/proposed-file.ts";
import type { RichText } from "../../../shared/rich-text.ts";
import { aWordFile, deleted, inserted, mark, p, run, table } from "./a-word-file.ts";

const styles = ["NeedlineLabel", "NeedlineNote", "NeedlineItems", "Heading1"]
  .map(
    (id) =>
      `<w:style w:styleId="${id}"><w:name w:val="${id === "Heading1" ? "heading 1" : id}"/></w:style>`,
  )
  .join("");
const properties = {
  NeedlineStatement: "repairs",
  NeedlineBoroughs: "[[&quot;hackney&quot;,&quot;Hackney&quot;]]",
  NeedlinePriorityWords: "{&quot;must&quot;:&quot;Vital&quot;}",
};
const label = (words: string): string => run(words, '<w:rStyle w:val="NeedlineLabel"/>');
const row = (reference: string, words: string, priority: string): string[] => [
  p(run(reference)),
  words,
  p(run(priority)),
];
const requirements = (...rows: string[][]): string =>
  table([row("Reference", p(run("Requirement")), "Priority"), ...rows], "NeedlineItems");
const read = (body: string, more: Partial<typeof properties> = {}): Promise<ProposedFile> =>
  readDocx(aWordFile(body, { styles, properties: { ...properties, ...more } }));
const said = (fields: Readonly<Record<string, RichText>> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(fields ?? {}).map(([name, text]) => [name, plainText(text)]));

/** R-27 as we write it, with `words` as its statement. */
const r27 = (words: string, more = ""): string[] =>
  row("R-27", `${p(mark("_nl_rr_abc") + words)}${more}`, "Vital");

describe("words changed in Word", () => {
  it("are the item’s words, found by its mark; our own labels and lines are none of them", async () => {
    const cell = r27(
      run("Answer within two minutes."),
      p(`${label("Measure: ")}${mark("_nl_rm_abc")}${run("95 of 100 calls.")}`) +
        p(`${label("Differs for Hackney: ")}${mark("_nl_va_x_0y")}${run("one minute.")}`) +
        p(run("Meets N-12"), "NeedlineNote"),
    );
    const { items } = await read(
      p(mark("_nl_st_sec") + run("Calls"), "Heading1") + requirements(cell),
    );
    expect(
      items.map(({ kind, reference, itemId, priority }) => [kind, reference, itemId, priority]),
    ).toEqual([
      ["section", "", "sec", undefined],
      ["requirement", "R-27", "abc", "must"],
    ]);
    expect(said(items[1]?.fields)).toEqual({
      statement: "Answer within two minutes.",
      measure: "95 of 100 calls.",
    });
    expect(
      items[1]?.variations?.map(({ borough, key, text }) => [borough, key, plainText(text)]),
    ).toEqual([["Hackney", "hackney:x-y", "one minute."]]);
  });

  it("count as the field’s when they are typed before its mark, after it, or in a paragraph of their own", async () => {
    const cell = r27(run("Answer."), p(run("Always.")));
    const early = cell.map((words) =>
      words.replace(mark("_nl_rr_abc"), `${run("Please. ")}${mark("_nl_rr_abc")}`),
    );
    const { items } = await read(requirements(early));
    expect(said(items[0]?.fields)).toEqual({ statement: "Please. \nAnswer.\nAlways." });
  });

  it("make a new item in a row that somebody added, and a text between the tables", async () => {
    const body =
      requirements(r27(run("Answer.")), row("", p(run("Listen.")), "Could")) + p(run("And more."));
    const { items } = await read(body);
    expect(
      items.map(({ kind, itemId, priority, fields }) => [kind, itemId, priority, said(fields)]),
    ).toEqual([
      ["requirement", "abc", "must", { statement: "Answer." }],
      ["requirement", undefined, "could", { statement: "Listen." }],
      ["text", undefined, undefined, { body: "And more." }],
    ]);
  });

  it("are found by labels and columns when a program dropped our marks and styles", async () => {
    const cell =
      p(run("Answer.")) + p(run("Measure: 95 of 100.")) + p(run("Differs for Hackney: sooner."));
    const need = table([
      row("Reference", p(run("Need")), "Priority"),
      row("N-3", p(run("As a tenant, I need to call so that I am heard")), "Not set"),
    ]);
    const body = (requirements(row("R-27", cell, "Should")) + need).replaceAll("NeedlineItems", "");
    const { items } = await readDocx(aWordFile(body));
    expect(items.map(({ reference, fields }) => [reference, said(fields)])).toEqual([
      ["R-27", { statement: "Answer.", measure: "95 of 100." }],
      ["N-3", { asA: "tenant", iNeed: "call", soThat: "I am heard" }],
    ]);
    expect(items[0]?.variations?.map(({ borough }) => borough)).toEqual(["Hackney"]);
    expect(items[1]?.priority).toBeNull();
  });

  it("end where the annexes begin", async () => {
    const { items } = await read(
      requirements(r27(run("Answer."))) +
        p(mark("_nl_end") + run("Decisions")) +
        p(run("A decision.")),
    );
    expect(items).toHaveLength(1);
  });
});

describe("tracked changes", () => {
  it("are offered as suggested wording by who made them, and leave the item’s words as they were", async () => {
    const words = `${run("Answer within ")}${deleted("two minutes")}${inserted("one minute")}${run(".")}`;
    const { items, suggestions } = await read(requirements(r27(words)));
    expect(said(items[0]?.fields)).toEqual({ statement: "Answer within two minutes." });
    expect(
      suggestions.map((each) => ({
        ...each,
        before: plainText(each.before),
        after: plainText(each.after),
      })),
    ).toEqual([
      {
        where: "R-27",
        reference: "R-27",
        itemId: "abc",
        field: "statement",
        before: "Answer within two minutes.",
        after: "Answer within one minute.",
        by: "Ann Lee",
      },
    ]);
  });

  it("of paragraphs part them and join them", async () => {
    const parted = (inside: string): string =>
      `<w:p><w:pPr><w:rPr><w:${inside} w:id="3" w:author="Bo"/></w:rPr></w:pPr>${mark("_nl_rr_abc")}${run("One. ")}</w:p>${p(run("Two."))}`;
    const apart = await read(requirements(row("R-27", parted("ins"), "Vital")));
    expect(said(apart.items[0]?.fields)).toEqual({ statement: "One. Two." });
    expect(apart.suggestions.map(({ after, by }) => [plainText(after), by])).toEqual([
      ["One. \nTwo.", "Bo"],
    ]);
    const together = await read(requirements(row("R-27", parted("del"), "Vital")));
    expect(said(together.items[0]?.fields)).toEqual({ statement: "One. \nTwo." });
    expect(together.suggestions.map(({ after }) => plainText(after))).toEqual(["One. Two."]);
  });

  it("of bold are a suggestion too", async () => {
    const change = '<w:b/><w:rPrChange w:id="4" w:author="Bo"><w:rPr/></w:rPrChange>';
    const { suggestions } = await read(requirements(r27(run("Answer.", change))));
    expect(suggestions.map(({ before, after }) => [before.content, after.content])).toEqual([
      [
        [{ type: "paragraph", content: [{ type: "text", text: "Answer." }] }],
        [
          {
            type: "paragraph",
            content: [{ type: "text", text: "Answer.", marks: [{ type: "bold" }] }],
          },
        ],
      ],
    ]);
  });

  it("that take a row out or change its priority are said, and take nothing out", async () => {
    const taken = requirements(r27(run("Answer."))).replace(
      /<w:tr>(?=<w:tc><w:p><w:r><w:t xml:space="preserve">R-27)/,
      '<w:tr><w:trPr><w:del w:id="5" w:author="Bo"/></w:trPr>',
    );
    const file = await read(taken);
    expect(file.items).toHaveLength(1);
    expect(file.notices.map(({ where, what }) => `${where}: ${what}`)).toEqual([
      "R-27: A tracked change takes it out. Nothing is taken out: remove it on the page, with a reason.",
    ]);
  });
});
