/**
 * A statement as a Word file that a lawyer and a supplier accept: real headings that Word numbers, a
 * contents list that is filled in, tables with heads that repeat, references that lead somewhere.
 * Promises that it comes back in with every field found again
 * ([decision 18](../../../docs/decisions/0018-a-word-file-says-what-is-what.md)).
 */
import { Document, Packer, Paragraph, TableOfContents, TextRun, type FileChild } from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { decisionRows } from "../document/decision-rows.ts";
import { itemsWritten, layOut } from "../document/lay-out.ts";
import { namesIn } from "../document/names.ts";
import { saidAbout } from "../document/said.ts";
import { countWords, frontOf, shortStanding, type Front } from "../document/words.ts";
import type { ExportOptions } from "../export/export-options.ts";
import { printable } from "../printable.ts";
import { markName } from "./marks.ts";
import { newPen, type Pen } from "./pen.ts";
import { propertyNames, styleIds } from "./style-names.ts";
import { wordComments } from "./word-comments.ts";
import { externalStyles, numbering, styles } from "./word-styles.ts";
import { writeDecisions } from "./write-decisions.ts";
import { writeParts } from "./write-parts.ts";
import { pageSetting } from "./page-setting.ts";

type Options = Pick<ExportOptions, "asBoroughId" | "withNeeds" | "withComments" | "withDecisions">;

/** Up to about 5 seconds of work. A longer statement has its page numbers filled in by Word, which asks first. */
const mostItemsPaged = 250;

/**
 * @param whole only what is to be written
 * @param isPaged whether the contents list says on which pages Word would put the headings
 */
export async function writeWordStatement(
  whole: WholeStatement,
  options: Options,
  isPaged = whole.items.length <= mostItemsPaged,
): Promise<Uint8Array> {
  const names = namesIn(whole.record);
  const parts = layOut(whole, names, options);
  const front = frontOf(whole, names, options.asBoroughId);
  const written = itemsWritten(whole, options);
  const said = options.withComments ? saidAbout(whole, written, names) : [];
  const ids = new Set(written.map(({ id }) => id));
  const isInFile = (itemId: string): boolean => ids.has(itemId);
  const comments = wordComments(said);
  const pen = newPen();
  const body = writeParts(parts, { pen, comments });
  const standing = shortStanding(whole);
  const file = new Document({
    title: printable(front.title),
    subject: "Requirements statement",
    creator: front.boroughs === "" ? "Needline" : front.boroughs,
    lastModifiedBy: "Needline",
    description: front.standing,
    styles,
    externalStyles,
    numbering: { config: numbering },
    comments: { children: comments.comments },
    customProperties: properties(whole, names.borough),
    ...(isPaged ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
    sections: [
      {
        ...pageSetting("Requirements statement", front.title, standing),
        children: [
          ...frontPage(front),
          ...(parts.some(({ of }) => of === "section") ? contentsList() : []),
          ...body,
          endLine(pen, countWords(parts)),
          ...(options.withDecisions
            ? writeDecisions(
                decisionRows(whole, names).filter(({ isDecision }) => isDecision),
                isInFile,
              )
            : []),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

function frontPage({ title, boroughs, standing, as }: Front): FileChild[] {
  const note = (words: string): Paragraph =>
    new Paragraph({ style: styleIds.note, children: [new TextRun(words)] });
  return [
    new Paragraph({ style: "Title", children: [new TextRun(printable(title))] }),
    ...(boroughs === ""
      ? []
      : [new Paragraph({ style: "Subtitle", children: [new TextRun(boroughs)] })]),
    note(standing),
    ...(as === "" ? [] : [note(as)]),
    note(
      "Every outcome (O), need (N) and requirement (R) keeps its reference in all versions of this statement.",
    ),
  ];
}

/** Filled in, with the pages on which Word would put the headings. */
function contentsList(): FileChild[] {
  return [
    new Paragraph({ style: "TOCHeading", children: [new TextRun("Contents")] }),
    new TableOfContents("Contents", {
      hyperlink: true,
      headingStyleRange: "1-3",
      useAppliedParagraphOutlineLevel: false,
    }),
  ];
}

/** What ends the statement, and says from where on nothing is its text. */
function endLine(pen: Pen, counts: string): Paragraph {
  const mark = pen.bookmark(markName({ of: "end" }));
  return new Paragraph({
    style: styleIds.note,
    children: [
      ...mark.start,
      new TextRun(counts === "" ? "End of the statement." : `End of the statement: ${counts}.`),
      ...mark.end,
    ],
    spacing: { before: 360 },
  });
}

function properties(
  { statementId, version, record, priorityWords }: WholeStatement,
  borough: (id: string) => string,
) {
  const ids = new Set([...record.people.values()].map(({ boroughId }) => boroughId));
  return [
    { name: propertyNames.statement, value: statementId },
    { name: propertyNames.version, value: version === null ? "now" : String(version.number) },
    {
      name: propertyNames.boroughs,
      value: JSON.stringify([...ids].map((id) => [id, borough(id)])),
    },
    { name: propertyNames.priorityWords, value: JSON.stringify(priorityWords) },
    { name: propertyNames.format, value: "1" },
  ];
}
