/** What would make it joint: the needs that boroughs share and those that only one has, and where boroughs differ. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Agreement } from "../../shared/agreement.ts";
import { useMay, useSession } from "../connection/hooks.ts";
import { focusStays } from "../controls/page-heading.tsx";
import type { BoardFilter } from "./board-filter.ts";

interface JointPartProps {
  readonly agreement: Agreement;
  readonly addressOf: (only: Partial<BoardFilter>) => string;
  /** After one of its links was followed. */
  readonly onFollow: () => void;
}

interface Finding {
  readonly count: number;
  readonly one: string;
  readonly many: string;
  readonly only: Partial<BoardFilter>;
  readonly more?: string;
}

export function JointPart({ agreement, addressOf, onFollow }: JointPartProps): ReactNode {
  const findings = findingsIn(agreement);
  return (
    <section className="board-part" aria-labelledby="joint-part">
      <h2 id="joint-part">What would make it joint</h2>
      {agreement.boroughs.length < 2 ? (
        <OneBorough name={agreement.boroughs[0]?.name} />
      ) : (
        <ul className="joint-findings">
          {findings.map(({ count, one, many, only, more = "" }) => (
            <li key={one}>
              <b>{count}</b>{" "}
              {count === 0 ? (
                many
              ) : (
                <Link
                  to={addressOf(only)}
                  replace
                  preventScrollReset
                  state={focusStays}
                  onClick={onFollow}
                >
                  {count === 1 ? one : many}
                </Link>
              )}
              {more === "" ? null : <span className="quiet">{` ${more}`}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function findingsIn(agreement: Agreement): readonly Finding[] {
  const { needs, saysDiffer, prioritiesDiffer } = agreement.counts;
  return [
    {
      count: needs.shared,
      one: "need is shared by two boroughs or more",
      many: "needs are shared by two boroughs or more",
      only: { left: "shared" },
    },
    {
      count: needs.ofOne,
      one: "need is one borough’s only",
      many: "needs are one borough’s only",
      only: { left: "of-one" },
      more: whoseAlone(agreement),
    },
    {
      count: needs.ofNobody,
      one: "need is nobody’s yet",
      many: "needs are nobody’s yet",
      only: { left: "of-nobody" },
    },
    {
      count: saysDiffer,
      one: "item on which boroughs say different things",
      many: "items on which boroughs say different things",
      only: { left: "differ" },
    },
    {
      count: prioritiesDiffer,
      one: "requirement with another priority for some borough",
      many: "requirements with another priority for some borough",
      only: { left: "priorities", kind: "requirement" },
    },
  ];
}

/** "Camden 4, Hackney 5". */
function whoseAlone({ boroughs, rows }: Agreement): string {
  const alone = rows.filter(({ kind, sharedBy }) => kind === "need" && sharedBy.length === 1);
  return boroughs
    .map(({ id, name }) => ({
      name,
      count: alone.filter(({ sharedBy }) => sharedBy[0] === id).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count}`)
    .join(", ");
}

function OneBorough({ name = "One borough" }: { readonly name?: string | undefined }): ReactNode {
  const { statementId } = useSession();
  const mayInvite = useMay("invite");
  return (
    <p>
      Only {name} takes part so far. Once another borough says what it thinks, this shows what is
      the same for both and what differs.{" "}
      {mayInvite ? <Link to={`/statements/${statementId}/people`}>Invite a borough</Link> : null}
    </p>
  );
}
