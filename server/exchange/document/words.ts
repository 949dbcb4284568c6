/** Words that Word, HTML and Markdown files print alike: days, lists of names, what a requirement meets, what a file is. */
import { itemKinds } from "../../../shared/item-kinds.ts";
import { boroughsIn } from "../../../shared/members.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import type { Part, RowKind } from "./lay-out.ts";
import type { Names } from "./names.ts";

/** "2 June 2026", as the calendar stood in London. */
export function dayWords(at: string): string {
  return dayFormat.format(new Date(at));
}

/** "Camden, Hackney and Southwark". */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** What is on the first page under the title. */
export interface Front {
  readonly title: string;
  /** "Camden, Hackney and Southwark", or "" while nobody takes part. */
  readonly boroughs: string;
  /** "Version 3: Before the market, of 2 June 2026". */
  readonly standing: string;
  /** Whose it is read as, or "". */
  readonly as: string;
}

export function frontOf(whole: WholeStatement, names: Names, asBoroughId: string | null): Front {
  const borough = asBoroughId === null ? "" : names.borough(asBoroughId);
  return {
    title: whole.title.trim() === "" ? "Requirements statement" : whole.title,
    boroughs: listed(boroughsIn(whole.record).map(({ id }) => names.borough(id))),
    standing: standingOf(whole),
    as:
      borough === ""
        ? ""
        : `As it reads for ${borough}: the common text, with what differs for ${borough} and without what does not apply there.`,
  };
}

/** "Version 3", "Draft": what every page says. */
export function shortStanding({ version, at }: WholeStatement): string {
  if (version === null) return `Draft of ${dayWords(at)}`;
  return version.issued === null
    ? `Version ${version.number} of ${dayWords(at)}`
    : `Issue ${version.issued} of ${dayWords(at)}`;
}

/** The words that stand over the columns of a table of items. */
export function columnsOf(kind: RowKind): readonly string[] {
  const { label, hasPriority } = itemKinds[kind];
  return hasPriority ? ["Reference", label, "Priority"] : ["Reference", label];
}

/** "12 needs, 3 outcomes and 40 requirements". */
export function countWords(parts: readonly Part[]): string {
  const kinds = ["outcome", "need", "requirement"] as const;
  const counts = kinds.flatMap((kind) => {
    const count = parts.reduce(
      (sum, part) => sum + (part.of === "table" && part.kind === kind ? part.rows.length : 0),
      0,
    );
    const { label, plural } = itemKinds[kind];
    return count === 0 ? [] : [`${count} ${(count === 1 ? label : plural).toLowerCase()}`];
  });
  return listed(counts);
}

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  day: "numeric",
  month: "long",
  year: "numeric",
});

function standingOf({ version, at }: WholeStatement): string {
  if (version === null) return `Draft, as it stood on ${dayWords(at)}`;
  const name = version.name === "" ? "" : `: ${version.name}`;
  const kept = `Version ${version.number}${name}, kept on ${dayWords(at)}`;
  return version.issued === null ? kept : `Issue ${version.issued} (${kept})`;
}
