/** The decision log as a Word file: each comment and objection, what was answered, and what came of it. */
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { decisionRows } from "../document/decision-rows.ts";
import { namesIn } from "../document/names.ts";
import { frontOf, shortStanding } from "../document/words.ts";
import { pageSetting } from "../docx/page-setting.ts";
import { styleIds } from "../docx/style-names.ts";
import { externalStyles, numbering, styles } from "../docx/word-styles.ts";
import { decisionTable } from "../docx/write-decisions.ts";
import { printable } from "../printable.ts";

export async function writeDecisionLog(whole: WholeStatement): Promise<Uint8Array> {
  const names = namesIn(whole.record);
  const rows = decisionRows(whole, names);
  const { title, boroughs, standing } = frontOf(whole, names, null);
  const heading = `Decision log: ${printable(title)}`;
  const note = (words: string): Paragraph =>
    new Paragraph({ style: styleIds.note, children: [new TextRun(words)] });
  const file = new Document({
    title: heading,
    subject: "Decision log",
    creator: boroughs === "" ? "Needline" : boroughs,
    lastModifiedBy: "Needline",
    description: standing,
    styles,
    externalStyles,
    numbering: { config: numbering },
    sections: [
      {
        ...pageSetting("Decision log", heading, shortStanding(whole)),
        children: [
          new Paragraph({
            style: "Title",
            children: [new TextRun(heading)],
          }),
          ...(boroughs === ""
            ? []
            : [new Paragraph({ style: "Subtitle", children: [new TextRun(boroughs)] })]),
          note(standing),
          note(
            "Each comment and objection with what was answered, how it ended and what changed because of it.",
          ),
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            children: [new TextRun("What was said and decided")],
          }),
          ...(rows.length === 0
            ? [note("Nothing was said or decided yet.")]
            : [decisionTable(rows, () => false), note("End of the decision log.")]),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}
