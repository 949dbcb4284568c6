/** How the tables of `../shared/data` that are not in Needline's columns are put into them. docs/import.md says why. */
import { parse } from "csv-parse/sync";

/** Columns by the headings of a file; "" where a row has no such cell. */
type Row = Readonly<Record<string, string>>;

/** A row in Needline's columns; those that are left out stay empty. */
interface Mapped {
  readonly kind: "need" | "requirement";
  readonly reference: string;
  readonly section: string;
  readonly text: string;
  readonly priority?: string;
  readonly meets?: string;
  readonly notes?: string;
}

/** GP Connect's user stories: one need each, in sections by the page they come from. */
export function gpConnectStories(csv: string): string {
  return mapRows(csv, (row) => ({
    kind: "need",
    reference: cell(row, "id"),
    section: cell(row, "source"),
    text: story(cell(row, "as_a"), `I need ${cell(row, "i_need")}`, cell(row, "so_that")),
    notes: paragraphs(cell(row, "title"), cell(row, "acceptance")),
  }));
}

/**
 * GP Connect's functional requirements. The table names the story that a requirement comes from and
 * does not say how far it meets it: partly.
 * @param withoutStories references that name no story, to be left out
 */
export function gpConnectRequirements(csv: string, withoutStories: readonly string[] = []): string {
  return mapRows(csv, (row) => {
    const named = cell(row, "story");
    return {
      kind: "requirement",
      reference: cell(row, "id"),
      section: "Functional specification",
      text: cell(row, "requirement"),
      meets: named === "" || withoutStories.includes(named) ? "" : `${named} partly`,
      notes: paragraphs(
        cell(row, "notes"),
        cell(row, "pre"),
        cell(row, "acceptance"),
        cell(row, "post"),
      ),
    };
  });
}

/** Hackney's user stories: one need each, in sections by repository; a file without a story gives its title. */
export function hackneyStories(csv: string): string {
  return mapRows(csv, (row) => {
    const wish = cell(row, "i_want");
    const want = /^I\b/.test(wish) ? wish : `I want ${wish}`;
    return {
      kind: "need",
      reference: `${cell(row, "repo")}/${cell(row, "path")}`,
      section: cell(row, "repo"),
      text: wish === "" ? cell(row, "title") : story(cell(row, "as_a"), want, cell(row, "so_that")),
      notes: cell(row, "scenarios").replaceAll(" | ", "\n\n"),
    };
  });
}

/** SATRE's requirements, in sections by capability; some of the mandatory ones carry an asterisk. */
export function satreRequirements(csv: string): string {
  return mapRows(csv, (row) => ({
    kind: "requirement",
    reference: cell(row, "ref"),
    section: cell(row, "capability"),
    text: cell(row, "statement"),
    priority: cell(row, "importance").replace("*", ""),
    notes: cell(row, "guidance"),
  }));
}

function mapRows(csv: string, map: (row: Row) => Mapped): string {
  const rows: Row[] = parse(csv, { columns: true, bom: true });
  const lines = rows.map((row) => {
    const { kind, reference, section, text, priority = "", meets = "", notes = "" } = map(row);
    return [kind, reference, section, text, priority, meets, "", notes].map(quoted).join(",");
  });
  return ["kind,reference,section,text,priority,meets,borough,notes", ...lines].join("\r\n");
}

function cell(row: Row, heading: string): string {
  const value = row[heading];
  if (value === undefined) throw new Error(`The table has no column ${heading} any more`);
  return value.trim();
}

function story(asA: string, wish: string, soThat: string): string {
  const who = asA === "" ? "" : `As a ${asA}, `;
  return `${who}${wish}${soThat === "" ? "" : ` so that ${soThat}`}`;
}

function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n\n");
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
