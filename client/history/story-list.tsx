/** What was done and said, in the order it is given. */
import type { ReactNode } from "react";
import type { ItemKind } from "../../shared/item-kinds.ts";
import type { Told } from "../connection/history-api.ts";
import { ToldView } from "./told-view.tsx";
import "./history.css";

interface StoryListProps {
  readonly label: string;
  readonly story: readonly Told[];
  /** Of the item that it is about. */
  readonly kind: ItemKind | undefined;
}

export function StoryList({ label, story, kind }: StoryListProps): ReactNode {
  return (
    <ol className="story" aria-label={label}>
      {story.map((told) => (
        <ToldView key={keyOf(told)} told={told} kind={kind} />
      ))}
    </ol>
  );
}

function keyOf(told: Told): string {
  return told.kind === "entry"
    ? `entry ${told.entry.number}`
    : `${told.itemId} ${told.part} ${told.personId} ${told.at}`;
}
