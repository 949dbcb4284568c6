/** The links of a need, outcome or requirement, each with the place at its other end and whether it counts. */
import type { ReactNode } from "react";
import type { CoverageLink } from "../../shared/coverage.ts";
import { dayWords } from "../words/day-words.ts";
import { ItemLink } from "../words/item-link.tsx";

interface LinkListProps {
  readonly links: readonly CoverageLink[];
  /** Which end to show. */
  readonly end: "requirementId" | "needId";
}

export function LinkList({ links, end }: LinkListProps): ReactNode {
  return (
    <ul className="cover-links">
      {links.map((link) => (
        <li key={link.threadId} className={link.state === "counts" ? undefined : "cover-idle"}>
          <ItemLink itemId={link[end]} threadId={link.threadId} />
          {link.how === "partly" ? " (partly)" : null}
          {whyIdle(link)}
        </li>
      ))}
    </ul>
  );
}

function whyIdle(link: CoverageLink): string | null {
  switch (link.state) {
    case "counts":
      return null;
    case "changed":
      return `: ${whatChanged(link)} changed since it was linked, ${dayWords(link.confirmedAt)}`;
    case "requirementRemoved":
      return ": removed";
    case "requirementWont":
      return ": won’t have";
  }
}

function whatChanged({ changed }: CoverageLink): string {
  if (changed.requirement && changed.need) return "both texts";
  return changed.need ? "the need" : "the requirement";
}
