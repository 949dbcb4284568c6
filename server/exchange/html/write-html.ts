/**
 * A statement as one HTML file that everybody can read: landmarks, headings in order, tables with captions
 * and scopes, no scripts, nothing loaded from elsewhere. Prints well.
 */
import { itemKinds } from "../../../shared/item-kinds.ts";
import { needLead } from "../../../shared/need-sentence.ts";
import { hasWords, plainText } from "../../../shared/plain-text.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { decisionRows } from "../document/decision-rows.ts";
import { itemsWritten, layOut, type LaidField, type Part, type Row } from "../document/lay-out.ts";
import { namesIn } from "../document/names.ts";
import { numberSections, type NumberedSection } from "../document/numbered.ts";
import { saidAbout } from "../document/said.ts";
import { columnsOf, countWords, frontOf, shortStanding, type Front } from "../document/words.ts";
import type { ExportOptions } from "../export/export-options.ts";
import { commentsOfHtml, decisionsOfHtml } from "./html-annex.ts";
import { htmlStyle } from "./html-style.ts";
import { blocksOfHtml, escapeHtml, lineOfHtml } from "./html-text.ts";

type Options = Pick<ExportOptions, "asBoroughId" | "withNeeds" | "withComments" | "withDecisions">;

/** @param whole only what is to be written */
export function writeHtml(whole: WholeStatement, options: Options): Uint8Array {
  const names = namesIn(whole.record);
  const parts = layOut(whole, names, options);
  const numbers = numberSections(parts);
  const written = itemsWritten(whole, options);
  const front = frontOf(whole, names, options.asBoroughId);
  const comments = options.withComments ? saidAbout(whole, written, names) : [];
  const decisions = options.withDecisions
    ? decisionRows(whole, names).filter(({ isDecision }) => isDecision)
    : [];
  const { references } = whole.record;
  const html = [
    "<!doctype html>",
    '<html lang="en-GB">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(front.title)}</title>`,
    `<style>${htmlStyle}</style>`,
    "</head>",
    "<body>",
    '<a class="skip" href="#statement">Skip to the statement</a>',
    headerOf(front),
    contentsOf(parts, numbers),
    '<main id="statement" tabindex="-1">',
    ...partsOf(parts, numbers),
    ...(options.withComments ? [commentsOfHtml(comments, references)] : []),
    ...(options.withDecisions
      ? [decisionsOfHtml(decisions, new Set(written.map(({ id }) => id)))]
      : []),
    "</main>",
    `<footer><p>${escapeHtml([shortStanding(whole), countWords(parts)].filter(Boolean).join(" · "))}</p></footer>`,
    "</body>",
    "</html>",
  ];
  return new TextEncoder().encode(`${html.join("\n")}\n`);
}

function headerOf({ title, boroughs, standing, as }: Front): string {
  return [
    "<header>",
    `<h1>${escapeHtml(title)}</h1>`,
    boroughs === "" ? "" : `<p class="boroughs">${escapeHtml(boroughs)}</p>`,
    `<p class="quiet">${escapeHtml(standing)}</p>`,
    as === "" ? "" : `<p class="quiet">${escapeHtml(as)}</p>`,
    "</header>",
  ]
    .filter(Boolean)
    .join("\n");
}

type Numbers = ReadonlyMap<string, NumberedSection>;

/** Sections as lists in lists. A section is at most one level deeper than the one before it. */
function contentsOf(parts: readonly Part[], numbers: Numbers): string {
  let html = "";
  let depth = 0;
  for (const part of parts) {
    const numbered = part.of === "section" ? numbers.get(part.item.id) : undefined;
    if (part.of !== "section" || !numbered) continue;
    if (numbered.depth <= depth) html += "</li>";
    for (; depth > numbered.depth; depth -= 1) html += "</ol></li>";
    if (depth < numbered.depth) html += "<ol>";
    depth = numbered.depth;
    html += `<li><a href="#section-${numbered.number}">${numbered.number} ${titleOf(part)}</a>`;
  }
  if (html === "") return "";
  html += "</li></ol>".repeat(depth);
  return `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2>${html}</nav>`;
}

function titleOf({ title }: Part & { readonly of: "section" }): string {
  return hasWords(title) ? escapeHtml(plainText(title)) : "Untitled section";
}

function partsOf(parts: readonly Part[], numbers: Numbers): string[] {
  let section = "";
  return parts.map((part) => {
    switch (part.of) {
      case "section": {
        const { depth = 1, number = "" } = numbers.get(part.item.id) ?? {};
        const title = hasWords(part.title) ? lineOfHtml(part.title) : "Untitled section";
        section = ` in ${number} ${titleOf(part)}`;
        return `<h${depth + 1} id="section-${number}">${number} ${title}</h${depth + 1}>`;
      }
      case "text":
        return part.fields.map(fieldOfHtml).join("\n");
      case "table":
        return tableOfItems(part, section);
    }
  });
}

function tableOfItems({ kind, rows }: Part & { readonly of: "table" }, section: string): string {
  const columns = columnsOf(kind);
  const heads = columns.map((words) => `<th scope="col">${words}</th>`).join("");
  const { plural } = itemKinds[kind];
  return [
    `<table class="items"><caption>${plural}${section}</caption>`,
    `<thead><tr>${heads}</tr></thead><tbody>`,
    ...rows.map((row) => rowOfHtml(row, columns.length === 3)),
    "</tbody></table>",
  ].join("\n");
}

function rowOfHtml(row: Row, hasPriority: boolean): string {
  const { reference, priority, fields, item } = row;
  const id = reference === "" ? "" : ` id="${escapeHtml(reference)}"`;
  const sentence = item.kind === "need" ? needOfHtml(fields) : "";
  const rest = item.kind === "need" ? fields.filter(({ name }) => !isOfSentence(name)) : fields;
  return [
    `<tr${id}><th scope="row">${escapeHtml(reference === "" ? "New" : reference)}</th>`,
    `<td>${[sentence, ...rest.map(fieldOfHtml), ...notesOfHtml(row)].filter(Boolean).join("\n")}</td>`,
    hasPriority ? `<td>${escapeHtml(priority ?? "Not set")}</td></tr>` : "</tr>",
  ].join("");
}

function isOfSentence(name: string): name is "asA" | "iNeed" | "soThat" {
  return name === "asA" || name === "iNeed" || name === "soThat";
}

function needOfHtml(fields: readonly LaidField[]): string {
  const said = fields.flatMap(({ name, text }) => (isOfSentence(name) ? [{ name, text }] : []));
  const words = said.map(({ name, text }, at) => {
    const lead = needLead(name, plainText(text));
    const before = [at > 0 && said[at - 1]?.name === "asA" ? ", " : at > 0 ? " " : "", lead].join(
      "",
    );
    const printed = at === 0 ? before.charAt(0).toUpperCase() + before.slice(1) : before;
    return `<span class="lead">${printed}</span>${lead === "" ? "" : " "}${lineOfHtml(text)}`;
  });
  return words.length === 0 ? "" : `<p dir="auto">${words.join("")}</p>`;
}

function fieldOfHtml({ label, text }: LaidField): string {
  return blocksOfHtml(
    text,
    label === "" ? "" : `<span class="label">${escapeHtml(label)}:</span> `,
  );
}

function notesOfHtml({ meets, raisedBy }: Row): string[] {
  const links = meets.map(({ reference, how }) => {
    const to = escapeHtml(reference);
    return `<a href="#${to}">${to}</a>${how === "partly" ? " (partly)" : ""}`;
  });
  return [
    ...(links.length > 0 ? [`<p class="quiet">Meets ${links.join(", ")}</p>`] : []),
    ...(raisedBy.length > 0
      ? [`<p class="quiet">Raised by ${escapeHtml(raisedBy.join(", "))}</p>`]
      : []),
  ];
}
