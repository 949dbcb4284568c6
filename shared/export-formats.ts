/**
 * The forms in which a statement can leave, in the words in which the page and the API offer them.
 * What writes each is in server/exchange/export/writers.ts.
 */

/** What can be chosen about an export, beside what it is of. */
export type ExportChoice =
  /** As one borough's. */
  | "as-borough"
  /** By kind, priority, borough, section and words. */
  | "filter"
  | "needs"
  | "comments"
  | "decisions"
  /** Working notes. */
  | "notes"
  /** Items that are not taken forward. */
  | "removed";

/** Whom a file is for. */
export type ExportPurpose = "send" | "work" | "programs";

export interface ExportFormat {
  readonly label: string;
  readonly purpose: ExportPurpose;
  /** What it is good for, in a sentence. */
  readonly about: string;
  /** How its file names end, without the dot. */
  readonly ending: string;
  /** In file names, beside the title: "supplier response". */
  readonly inName: string;
  readonly mimeType: string;
  readonly takes: readonly ExportChoice[];
  /** Choices that hold unless somebody says otherwise. */
  readonly usually: readonly ExportChoice[];
  /** What it is made of, so that nobody is asked. */
  readonly always?: readonly ExportChoice[];
}

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const excelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const exportPurposes: Readonly<Record<ExportPurpose, string>> = {
  send: "To send to others",
  work: "For your own work",
  programs: "For other programs",
};

/** The one table, in the order in which the page offers them. */
export const exportFormats = {
  docx: {
    label: "Word statement",
    purpose: "send",
    about:
      "The statement to read, print and send: numbered headings, contents, tables. It comes back exactly when you import it.",
    ending: "docx",
    inName: "statement",
    mimeType: wordType,
    takes: ["as-borough", "filter", "needs", "comments", "decisions"],
    usually: ["needs"],
  },
  "supplier-response": {
    label: "Supplier response workbook",
    purpose: "send",
    about:
      "Send it to suppliers. An Excel file with a row for each requirement, where they say whether they meet it and how. Nothing of your conversations, positions or notes is in it.",
    ending: "xlsx",
    inName: "supplier response",
    mimeType: excelType,
    takes: ["as-borough", "filter"],
    usually: [],
  },
  tracker: {
    label: "Tracker workbook",
    purpose: "work",
    about:
      "Follow the work in Excel: needs, requirements, what meets what, what each borough says, and open comments. You can change it there and import it again.",
    ending: "xlsx",
    inName: "tracker",
    mimeType: excelType,
    takes: ["as-borough", "filter", "comments", "notes", "removed"],
    usually: ["comments", "notes", "removed"],
  },
  "decisions-docx": {
    label: "Decision log, Word",
    purpose: "work",
    about: "Each comment and objection, what was answered, and what changed because of it.",
    ending: "docx",
    inName: "decision log",
    mimeType: wordType,
    takes: ["filter", "removed"],
    usually: ["removed"],
    always: ["comments", "decisions"],
  },
  "decisions-csv": {
    label: "Decision log, CSV",
    purpose: "work",
    about: "The same with a row for each, for any spreadsheet.",
    ending: "csv",
    inName: "decision log",
    mimeType: "text/csv; charset=utf-8",
    takes: ["filter", "removed"],
    usually: ["removed"],
    always: ["comments", "decisions"],
  },
  html: {
    label: "Web page",
    purpose: "send",
    about: "One accessible HTML file that everybody can read and print.",
    ending: "html",
    inName: "statement",
    mimeType: "text/html; charset=utf-8",
    takes: ["as-borough", "filter", "needs", "comments", "decisions"],
    usually: ["needs"],
  },
  markdown: {
    label: "Markdown",
    purpose: "programs",
    about: "Plain text with headings and links, for wikis and code repositories.",
    ending: "md",
    inName: "statement",
    mimeType: "text/markdown; charset=utf-8",
    takes: ["as-borough", "filter", "needs", "comments", "decisions"],
    usually: ["needs"],
  },
  csv: {
    label: "CSV",
    purpose: "programs",
    about:
      "One row for each item, for any spreadsheet or database. It comes back exactly when you import it.",
    ending: "csv",
    inName: "items",
    mimeType: "text/csv; charset=utf-8",
    takes: ["as-borough", "filter", "notes", "removed"],
    usually: ["notes", "removed"],
  },
  reqif: {
    label: "ReqIF",
    purpose: "programs",
    about:
      "For requirements tools such as DOORS, Polarion or StrictDoc. It comes back exactly when you import it, and what another tool added to an item is given back to it.",
    ending: "reqif",
    inName: "",
    mimeType: "application/reqif+xml",
    takes: ["as-borough", "filter", "needs", "notes", "removed"],
    usually: ["needs"],
  },
  json: {
    label: "JSON",
    purpose: "programs",
    about:
      "The whole statement for other programs, with what was said and decided. Its form is documented, and it comes back exactly.",
    ending: "json",
    inName: "whole statement",
    mimeType: "application/json",
    takes: ["as-borough", "filter", "comments", "notes", "removed"],
    usually: ["comments", "notes", "removed"],
  },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatId = keyof typeof exportFormats;

export const exportFormatIds = Object.keys(exportFormats) as readonly ExportFormatId[];

/** The format with that id. */
export function exportFormat(id: ExportFormatId): ExportFormat {
  return exportFormats[id];
}
