/** "N-12, N-14 (partly)": the references at the other end of links, each opening its link. */
import { Fragment, type ReactNode } from "react";
import { linkHolds } from "../../shared/changed-since.ts";
import { openThread } from "../connection/active-thread.ts";
import { useItem, useRecord } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { itemName, itemSentence } from "../words/item-words.ts";
import type { Link } from "./use-links.ts";

interface LinkListProps {
  readonly links: readonly Link[];
  /** Which end to name. */
  readonly end: "need" | "requirement";
}

export function LinkList({ links, end }: LinkListProps): ReactNode {
  return links.map((link, at) => (
    <Fragment key={link.id}>
      {at > 0 && ", "}
      <LinkTo link={link} end={end} />
    </Fragment>
  ));
}

function LinkTo({
  link,
  end,
}: {
  readonly link: Link;
  readonly end: LinkListProps["end"];
}): ReactNode {
  const { anchor, meets } = link;
  const requirement = useItem(anchor.itemId);
  const need = useItem(meets.needId);
  const other = end === "need" ? need : requirement;
  const otherId = end === "need" ? meets.needId : anchor.itemId;
  const name = useRecord((record) => itemName(other, record, otherId));
  const notes = [
    meets.how === "partly" ? "partly" : null,
    stateNote(other?.removed !== null, requirement?.priority === "wont", () =>
      linkHolds(meets, requirement, need),
    ),
  ].filter((note) => note !== null);
  return (
    <Button
      look="plain"
      className="link-to"
      title={other && itemSentence(other)}
      onClick={() => openThread(link.id)}
    >
      {notes.length === 0 ? name : `${name} (${notes.join(", ")})`}
    </Button>
  );
}

function stateNote(isRemoved: boolean, isWont: boolean, holds: () => boolean): string | null {
  if (isRemoved) return "not taken forward";
  if (isWont) return "won’t have";
  return holds() ? null : "changed since";
}
