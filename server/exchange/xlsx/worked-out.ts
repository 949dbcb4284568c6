/** What the tracker says of each item beside its words: whether it is covered, by what, and who agrees. */
import { agreementOf } from "../../../shared/agreement.ts";
import type { AgreementRow } from "../../../shared/agreement-row.ts";
import { coverageOf, type NeedState } from "../../../shared/coverage.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import type { WorkedOut } from "../own-table/tracker-sheets.ts";

export type WorkedOutWords = (itemId: string) => Readonly<Record<WorkedOut, string>>;

const states: Readonly<Record<NeedState, string>> = {
  leftOut: "Left out on purpose",
  covered: "Covered",
  partly: "Partly covered",
  changed: "Words changed since",
  onlyRemoved: "Only by what is not asked for",
  notCovered: "Not covered",
};

const nothing = { covered: "", "met by": "", agreement: "" };

export function workedOut({ items, record }: WholeStatement): WorkedOutWords {
  const words = new Map<string, Record<WorkedOut, string>>();
  for (const item of coverageOf(items, record).items) {
    if (item.kind === "requirement") continue;
    const metBy = item.links.map(
      ({ requirementId, how }) => `${record.references.get(requirementId) ?? ""} ${how}`,
    );
    words.set(item.id, { ...nothing, covered: states[item.state], "met by": metBy.join("\n") });
  }
  const { rows, boroughs } = agreementOf(items, record);
  for (const row of rows)
    words.set(row.id, {
      ...(words.get(row.id) ?? nothing),
      agreement: agreementWords(row, boroughs.length),
    });
  return (itemId) => words.get(itemId) ?? nothing;
}

function agreementWords(
  { isAgreed, objections, changed, notLooked }: AgreementRow,
  boroughs: number,
): string {
  if (isAgreed) return "Agreed by all";
  const parts = [
    objections > 0 ? `${objections} of ${boroughs} object` : "",
    changed > 0 ? `${changed} to look again` : "",
    notLooked > 0 ? `${notLooked} not said yet` : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(", ") : "Not agreed yet";
}
