/** Which rows of the board are shown, and whether a row fits. Pure. */
import { isToLookAt, type AgreementCell, type AgreementRow } from "../../shared/agreement-row.ts";
import type { Priority } from "../../shared/item-kinds.ts";

/** What is looked for, in the order in which it is offered. */
export const allLookedFor = [
  "not-agreed",
  "to-look-at",
  "objections",
  "changes",
  "changed-since",
  "proposed",
  "differ",
  "priorities",
  "agreed",
  "shared",
  "of-one",
  "of-nobody",
] as const;

export type LookedFor = (typeof allLookedFor)[number];

export const lookedForWords: Readonly<Record<LookedFor, string>> = {
  "not-agreed": "Not agreed by all",
  "to-look-at": "Still to look at",
  objections: "Objections",
  changes: "Agreed with a change",
  "changed-since": "Changed since",
  proposed: "Proposed, not yet said",
  differ: "Boroughs say different things",
  priorities: "Priorities differ",
  agreed: "Agreed by all",
  shared: "Needs of two boroughs or more",
  "of-one": "Needs of one borough only",
  "of-nobody": "Needs of no borough yet",
};

export interface BoardFilter {
  readonly left: LookedFor | "";
  /** Id of a borough: then only what that borough says counts. */
  readonly borough: string;
  readonly kind: AgreementRow["kind"] | "";
  readonly priority: Priority | "none" | "";
  /** Id of a section, with the sections in it. */
  readonly section: string;
}

export const noFilter: BoardFilter = {
  left: "",
  borough: "",
  kind: "",
  priority: "",
  section: "",
};

export function isFiltering(filter: BoardFilter): boolean {
  return Object.values(filter).some((value) => value !== "");
}

export function fits(row: AgreementRow, filter: BoardFilter): boolean {
  const { kind, priority, section } = filter;
  if (kind !== "" && row.kind !== kind) return false;
  if (priority !== "" && row.priority !== (priority === "none" ? null : priority)) return false;
  if (section !== "" && !row.sectionIds.includes(section)) return false;
  return isLookedFor(row, filter);
}

function isLookedFor(row: AgreementRow, { left, borough }: BoardFilter): boolean {
  const cells = row.cells.filter(({ boroughId }) => borough === "" || boroughId === borough);
  const some = (isSo: (cell: AgreementCell) => boolean): boolean => cells.some(isSo);
  switch (left) {
    case "to-look-at":
      return some(({ state }) => isToLookAt(state));
    case "objections":
      return some(({ state }) => state === "object");
    case "changes":
      return some(({ state }) => state === "agree-with-change");
    case "changed-since":
      return some(({ state }) => state === "changed");
    case "proposed":
      return some(({ proposed }) => proposed !== null);
    case "priorities":
      return some(({ priority, state }) => priority !== null && state !== "changed");
    default:
      return isOfRow(row, left) && (borough === "" || concerns(row, borough));
  }
}

function isOfRow(
  { kind, isAgreed, saysDiffer, sharedBy }: AgreementRow,
  left: Exclude<
    LookedFor | "",
    "to-look-at" | "objections" | "changes" | "changed-since" | "proposed" | "priorities"
  >,
): boolean {
  switch (left) {
    case "":
      return true;
    case "agreed":
      return isAgreed;
    case "not-agreed":
      return !isAgreed;
    case "differ":
      return saysDiffer;
    case "shared":
      return kind === "need" && sharedBy.length > 1;
    case "of-one":
      return kind === "need" && sharedBy.length === 1;
    case "of-nobody":
      return kind === "need" && sharedBy.length === 0;
  }
}

/** Whether a borough raised it or has said something about it. */
function concerns({ raisedBy, cells }: AgreementRow, borough: string): boolean {
  return (
    raisedBy.includes(borough) ||
    cells.some(({ boroughId, stance }) => boroughId === borough && stance !== null)
  );
}
