/** What was said and decided, after the statement: comments as a list, decisions as a table. */
import type { DecisionRow } from "../document/decision-rows.ts";
import type { Said, Words } from "../document/said.ts";
import { dayWords } from "../document/words.ts";
import { escapeHtml } from "./html-text.ts";

export function commentsOfHtml(
  said: readonly Said[],
  references: ReadonlyMap<string, string>,
): string {
  const list = said.map(({ itemId, label, closed, words }) => {
    const reference = references.get(itemId);
    const about = reference === undefined ? "Text" : linkTo(reference);
    const state = [label, closed ? "settled" : "open"].filter(Boolean).join(", ");
    const comments = words.map((one) => `<li>${wordsOf(one)}</li>`).join("");
    return `<li><p>${about} <span class="quiet">(${escapeHtml(state)})</span></p><ul>${comments}</ul></li>`;
  });
  const body =
    list.length === 0 ? "<p>Nobody has said anything yet.</p>" : `<ul>${list.join("\n")}</ul>`;
  return `<section aria-labelledby="comments"><h2 id="comments">Comments</h2>${body}</section>`;
}

export function decisionsOfHtml(rows: readonly DecisionRow[], inFile: ReadonlySet<string>): string {
  const heading = '<section aria-labelledby="decisions"><h2 id="decisions">Decisions</h2>';
  if (rows.length === 0) return `${heading}<p>Nothing was decided yet.</p></section>`;
  const heads = ["Reference", "What was said", "What came of it"]
    .map((words) => `<th scope="col">${words}</th>`)
    .join("");
  const body = rows.map((row) => {
    const { reference, kind, itemId } = row;
    const name =
      reference === "" ? kind : inFile.has(itemId) ? linkTo(reference) : escapeHtml(reference);
    return `<tr><th scope="row">${name}</th><td>${whatWasSaid(row)}</td><td>${whatCameOfIt(row)}</td></tr>`;
  });
  return [
    `${heading}<table class="items"><caption>What was objected, suggested and decided</caption>`,
    `<thead><tr>${heads}</tr></thead><tbody>`,
    ...body,
    "</tbody></table></section>",
  ].join("\n");
}

function whatWasSaid({ what, about, said, answers, item }: DecisionRow): string {
  const on = about === "" ? "" : ` <span class="quiet">on “${escapeHtml(about)}”</span>`;
  const words = said
    ? [said, ...answers].map((one) => `<p>${wordsOf(one)}</p>`)
    : [`<p>${escapeHtml(item)}</p>`];
  return [`<p><strong>${escapeHtml(what)}</strong>${on}</p>`, ...words].join("");
}

function whatCameOfIt({ outcome, changed }: DecisionRow): string {
  const { state, words } = outcome;
  return [
    `<p><strong>${escapeHtml(state)}</strong></p>`,
    words ? `<p>${wordsOf(words)}</p>` : "",
    changed === "" ? "" : `<p><span class="label">Changed:</span> ${escapeHtml(changed)}</p>`,
  ].join("");
}

function wordsOf({ who, at, text }: Words): string {
  const by = `<span class="quiet">${escapeHtml(who)}, ${dayWords(at)}${text === "" ? "" : ":"}</span>`;
  return [by, escapeHtml(text).replaceAll("\n", "<br>")].filter(Boolean).join(" ");
}

function linkTo(reference: string): string {
  const to = escapeHtml(reference);
  return `<a href="#${to}">${to}</a>`;
}
