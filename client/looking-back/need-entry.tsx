/** One need or outcome of the review: its words, who wanted it, and what came of it. */
import { memo, type ReactNode } from "react";
import type { CoverageLink, NeedCoverage } from "../../shared/coverage.ts";
import type { Decision, RecordState } from "../../shared/record-state.ts";
import { boroughName } from "../connection/borough-names.ts";
import { useItem, useRecord } from "../connection/hooks.ts";
import { dayWords } from "../words/day-words.ts";
import { ItemLink, itemWords } from "../words/item-link.tsx";

interface NeedEntryProps {
  readonly need: NeedCoverage;
  /** Names what meets it without its words: where nothing is missing, nobody reads on. */
  readonly isBrief?: boolean;
  /** What may help: requirements that may meet it. */
  readonly children?: ReactNode;
}

/** Drawn again only when the need, how it stands, or what may help changes. */
export const NeedEntry = memo(NeedEntryNow);

function NeedEntryNow({ need, isBrief = false, children }: NeedEntryProps): ReactNode {
  const item = useItem(need.id);
  const { raisedBy } = need;
  const names = useRecord((record) => raisedBy.map((id) => boroughName(record, id)).join(", "));
  return (
    <li className="back-entry" data-need={need.id} tabIndex={-1}>
      <p className="back-words">
        <ItemLink itemId={need.id} /> {item ? itemWords(item) : ""}
      </p>
      {names === "" && !isBrief ? null : (
        <p className="back-quiet">
          {names === "" ? null : `Raised by ${names}`}
          {names !== "" && isBrief ? " · " : null}
          {isBrief ? <LinkNames links={need.links} /> : null}
        </p>
      )}
      {need.decision ? <DecisionLine decision={need.decision} /> : null}
      {need.links.length === 0 || isBrief ? null : (
        <ul className="back-links">
          {need.links.map((link) => (
            <LinkLine key={link.threadId} link={link} />
          ))}
        </ul>
      )}
      {children}
    </li>
  );
}

function LinkNames({ links }: { readonly links: readonly CoverageLink[] }): ReactNode {
  return links.map(({ threadId, requirementId, how }, at) => (
    <span key={threadId}>
      {at === 0 ? "Met by " : ", "}
      <ItemLink itemId={requirementId} />
      {how === "partly" ? " (partly)" : ""}
    </span>
  ));
}

/** "Partly by R-3: The supplier answers the phone. Only by day." */
function LinkLine({ link }: { readonly link: CoverageLink }): ReactNode {
  const item = useItem(link.requirementId);
  return (
    <li>
      {howWords(link)} <ItemLink itemId={link.requirementId} />
      {item ? `: ${itemWords(item)}` : ""}
      {link.because === "" ? null : <span className="back-quiet"> Because: {link.because}</span>}
    </li>
  );
}

function howWords({ how, state }: CoverageLink): string {
  const far = how === "fully" ? "Fully by" : "Partly by";
  switch (state) {
    case "counts":
      return far;
    case "changed":
      return `${far} other words of`;
    case "requirementRemoved":
      return `${far}, until it was taken out,`;
    case "requirementWont":
      return `${far}, which is a won’t have,`;
  }
}

/** Why something was settled on purpose, by whom and when. */
export function DecisionLine({ decision }: { readonly decision: Decision }): ReactNode {
  const who = useRecord((record) => whoSaid(record, decision));
  return (
    <p className="back-why">
      “{decision.why}”{" "}
      <span className="back-quiet">
        {who}, {dayWords(decision.at)}
      </span>
    </p>
  );
}

function whoSaid(record: RecordState, { personId, boroughId }: Decision): string {
  const name = record.people.get(personId)?.name ?? "";
  const borough = boroughName(record, boroughId);
  return name === "" ? borough : `${name}, ${borough}`;
}
