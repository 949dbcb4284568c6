/**
 * A past tender for housing repairs as somebody would have written it in Word years ago, in our own
 * words: numbers typed and automatic, points in points, tables of requirements, user stories, a footnote.
 * Its parts are made anew for each document: the library changes what it is given.
 */
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalMergeType,
  type IParagraphOptions,
} from "docx";

export async function aPastTender(): Promise<Uint8Array> {
  const document = new Document({
    title: "Repairs and maintenance 2019: specification",
    creator: "Housing procurement",
    numbering: { config: [clauses, requirementNumbers, letters] },
    footnotes: {
      1: { children: [new Paragraph("A working day is Monday to Friday, without bank holidays.")] },
    },
    sections: [
      {
        children: [
          new Paragraph({ text: "Repairs and maintenance", heading: HeadingLevel.TITLE }),
          new TableOfContents("Contents", { hyperlink: true, headingStyleRange: "1-2" }),
          ...background(),
          ...outcomes(),
          ...needs(),
          ...requirements(),
          ...tendering(),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const level = (
  at: number,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.START,
});
const clauses = {
  reference: "clauses",
  levels: [
    level(0, LevelFormat.DECIMAL, "%1."),
    level(1, LevelFormat.DECIMAL, "%1.%2"),
    level(2, LevelFormat.LOWER_LETTER, "(%3)"),
  ],
};
const requirementNumbers = {
  reference: "requirements",
  levels: [level(0, LevelFormat.DECIMAL, "SR-%1")],
};
const letters = { reference: "letters", levels: [level(0, LevelFormat.LOWER_LETTER, "(%1)")] };

const h1 = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
const h2 = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_2 });
const say = (text: string, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ text, ...more });
const point = (text: string, at = 0): Paragraph => say(text, { bullet: { level: at } });
const clause = (text: string, at = 1): Paragraph =>
  say(text, { numbering: { reference: "clauses", level: at } });

const background = () => [
  h1("1. Background"),
  new Paragraph({
    children: [
      new TextRun("The council owns "),
      new TextRun({ text: "about 9,000 homes", bold: true }),
      new TextRun(". Last year’s figures are on "),
      new ExternalHyperlink({
        link: "https://example.org/repairs",
        children: [new TextRun("our website")],
      }),
      new TextRun("."),
    ],
  }),
  say("The service covers:"),
  point("day-to-day repairs"),
  point("empty homes"),
  point("out of hours calls"),
];

const outcomes = () => [
  h1("2. Intended outcomes"),
  point("Fewer tenants have to report the same fault twice."),
  point("Tenants trust the time they are given."),
];

const needs = () => [
  h1("3. User needs"),
  point("As a tenant, I need to choose a time so that I do not lose a day’s pay."),
  say("UN-2: As a leaseholder I want to see what was charged, so I can question it."),
  new Table({
    rows: [
      row(["As a", "I need to", "So that", "Priority"], true),
      row([
        "caretaker",
        "report a fault in a shared hall",
        "it is put right before anyone falls",
        "High",
      ]),
      row(["call adviser", "see earlier visits", "", "Medium"]),
    ],
  }),
];

const requirements = () => [
  h1("4. Requirements"),
  h2("4.1 Reporting a repair"),
  say("Repairs", { numbering: { reference: "clauses", level: 0 } }),
  clause("The Contractor shall answer calls within two minutes."),
  clause("The Contractor shall, for every repair:"),
  clause("record who reported it;", 2),
  clause("send the tenant a message.", 2),
  new Paragraph({
    numbering: { reference: "clauses", level: 1 },
    children: [
      new TextRun("Messages should arrive within one working day"),
      new FootnoteReferenceRun(1),
      new TextRun("."),
    ],
  }),
  say("REQ-07\tThe system must work with a screen reader. [Essential]"),
  say("Measure: an audit every year finds nothing that stops anybody."),
  say("REQ 8 The portal could offer Bengali and Somali."),
  say("The supplier must:"),
  say("keep photographs for six years", { numbering: { reference: "letters", level: 0 } }),
  say("show them to the tenant", { numbering: { reference: "letters", level: 0 } }),
  say("Photographs help to settle complaints."),
  h2("4.2 Appointments"),
  new Table({
    rows: [
      row(["Ref", "Requirement", "MoSCoW", "Measured by", "Comments"], true),
      new TableRow({ children: [new TableCell({ columnSpan: 5, children: [say("Booking")] })] }),
      row(["AP1", "Offer the first free time", "M", "95% within 5 days", "Asked for by Bromley"]),
      merged(
        "AP2",
        "Let tenants change a time",
        "S",
        "up to 24 hours before",
        VerticalMergeType.RESTART,
      ),
      merged("", "", "", "without a call", VerticalMergeType.CONTINUE),
      row(["AP3", "Weekend visits", "W", "", ""]),
    ],
  }),
  h2("4.3 Data"),
  new Table({
    rows: [
      row(["No.", "Description", "Essential", "Desirable", "Supplier response"], true),
      row(["4.3.1", "Give the council all data back at the end", "X", "", ""]),
      row(["4.3.2", "Show repairs on a map", "", "✓", ""]),
    ],
  }),
  h2("4.4 Standards"),
  say("Keep records for six years", { numbering: { reference: "requirements", level: 0 } }),
  say("Use ISO 8601 dates", { numbering: { reference: "requirements", level: 0 } }),
];

const tendering = () => [
  h1("5. How to tender"),
  say("1. Read all documents."),
  say("2. Ask questions through the portal."),
  new Table({
    rows: [
      row(["Step", "Day"], true),
      row(["Questions close", "3 June"]),
      row(["Tenders close", "24 June"]),
    ],
  }),
];

function row(words: readonly string[], header = false): TableRow {
  return new TableRow({
    tableHeader: header,
    children: words.map(
      (text) =>
        new TableCell({
          ...(header ? { shading: { type: ShadingType.CLEAR, fill: "DDDDDD" } } : {}),
          children: [new Paragraph({ children: [new TextRun({ text, bold: header })] })],
        }),
    ),
  });
}

/** Two rows that share everything but the measure. */
function merged(
  reference: string,
  words: string,
  priority: string,
  measure: string,
  verticalMerge: (typeof VerticalMergeType)[keyof typeof VerticalMergeType],
): TableRow {
  const shared = (text: string): TableCell =>
    new TableCell({ verticalMerge, children: [say(text)] });
  const own = (text: string): TableCell => new TableCell({ children: [say(text)] });
  return new TableRow({
    children: [shared(reference), shared(words), shared(priority), own(measure), own("")],
  });
}
