/** A statement as Markdown: headings, references as anchors that links lead to, tables where they are simple. */
import { needLead } from "../../../shared/need-sentence.ts";
import { hasWords, plainText } from "../../../shared/plain-text.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { decisionRows, type DecisionRow } from "../document/decision-rows.ts";
import { itemsWritten, layOut, type LaidField, type Part, type Row } from "../document/lay-out.ts";
import { namesIn } from "../document/names.ts";
import { numberSections } from "../document/numbered.ts";
import { saidAbout, type Said, type Words } from "../document/said.ts";
import { dayWords, frontOf } from "../document/words.ts";
import type { ExportOptions } from "../export/export-options.ts";
import { blocksOfMarkdown, escapeMarkdown, lineOfMarkdown } from "./markdown-text.ts";

type Options = Pick<ExportOptions, "asBoroughId" | "withNeeds" | "withComments" | "withDecisions">;

/** @param whole only what is to be written */
export function writeMarkdown(whole: WholeStatement, options: Options): Uint8Array {
  const names = namesIn(whole.record);
  const parts = layOut(whole, names, options);
  const numbers = numberSections(parts);
  const { title, boroughs, standing, as } = frontOf(whole, names, options.asBoroughId);
  const written = itemsWritten(whole, options);
  const blocks = [
    `# ${escapeMarkdown(title)}`,
    ...[boroughs, standing, as].filter(Boolean).map(escapeMarkdown),
    ...parts.flatMap((part) => blocksOf(part, numbers.get(itemIdOf(part))?.depth ?? 1)),
    ...(options.withComments
      ? commentBlocks(saidAbout(whole, written, names), whole.record.references)
      : []),
    ...(options.withDecisions
      ? decisionBlocks(decisionRows(whole, names).filter(({ isDecision }) => isDecision))
      : []),
  ];
  return new TextEncoder().encode(`${blocks.join("\n\n")}\n`);
}

function itemIdOf(part: Part): string {
  return part.of === "table" ? "" : part.item.id;
}

function blocksOf(part: Part, depth: number): string[] {
  switch (part.of) {
    case "section": {
      const title = hasWords(part.title) ? lineOfMarkdown(part.title) : "Untitled section";
      return [`${"#".repeat(depth + 1)} ${title}`];
    }
    case "text":
      return part.fields.flatMap(blocksOfField);
    case "table":
      return part.rows.flatMap(blocksOfRow);
  }
}

function blocksOfRow(row: Row): string[] {
  const { reference, priority, fields, item, meets, raisedBy } = row;
  const anchor = reference === "" ? "" : `<a id="${reference}"></a>`;
  const weight = priority === null ? "" : ` (${escapeMarkdown(priority)})`;
  const name = `${anchor}**${reference === "" ? "New" : reference}**${weight}`;
  const rest =
    item.kind === "need" ? fields.filter(({ name: field }) => !isOfSentence(field)) : fields;
  const links = meets.map(
    ({ reference: to, how }) => `[${to}](#${to})${how === "partly" ? " (partly)" : ""}`,
  );
  return [
    name,
    ...(item.kind === "need" ? needOf(fields) : []),
    ...rest.flatMap(blocksOfField),
    ...(links.length > 0 ? [`Meets ${links.join(", ")}`] : []),
    ...(raisedBy.length > 0 ? [`Raised by ${escapeMarkdown(raisedBy.join(", "))}`] : []),
  ];
}

function isOfSentence(name: string): name is "asA" | "iNeed" | "soThat" {
  return name === "asA" || name === "iNeed" || name === "soThat";
}

function needOf(fields: readonly LaidField[]): string[] {
  const said = fields.flatMap(({ name, text }) => (isOfSentence(name) ? [{ name, text }] : []));
  const words = said.map(({ name, text }, at) => {
    const lead = needLead(name, plainText(text));
    const before = at === 0 ? lead.charAt(0).toUpperCase() + lead.slice(1) : lead;
    const end = name === "asA" && at < said.length - 1 ? "," : "";
    return `${[before, lineOfMarkdown(text)].filter(Boolean).join(" ")}${end}`;
  });
  return words.length === 0 ? [] : [words.join(" ")];
}

function blocksOfField({ label, text }: LaidField): string[] {
  return blocksOfMarkdown(text, label === "" ? "" : `**${escapeMarkdown(label)}:** `);
}

function commentBlocks(said: readonly Said[], references: ReadonlyMap<string, string>): string[] {
  const list = said.map(({ itemId, label, closed, words }) => {
    const reference = references.get(itemId);
    const about = reference === undefined ? "Text" : `[${reference}](#${reference})`;
    const state = [label, closed ? "settled" : "open"].filter(Boolean).join(", ");
    return [`- ${about} (${state})`, ...words.map((one) => `  - ${wordsOf(one)}`)].join("\n");
  });
  return ["## Comments", list.length === 0 ? "Nobody has said anything yet." : list.join("\n")];
}

function decisionBlocks(rows: readonly DecisionRow[]): string[] {
  if (rows.length === 0) return ["## Decisions", "Nothing was decided yet."];
  const lines = rows.map(({ reference, kind, what, item, said, outcome, changed }) => {
    const cells = [
      reference === "" ? kind : reference,
      `${what}: ${said ? wordsOf(said) : escapeMarkdown(item)}`,
      [outcome.state, outcome.words ? wordsOf(outcome.words) : "", escapeMarkdown(changed)]
        .filter(Boolean)
        .join(". "),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const head = "| Reference | What was said | What came of it |\n| --- | --- | --- |";
  return ["## Decisions", [head, ...lines].join("\n")];
}

function wordsOf({ who, at, text }: Words): string {
  const by = `${escapeMarkdown(who)}, ${dayWords(at)}`;
  return text === "" ? by : `${by}: ${escapeMarkdown(text)}`;
}
