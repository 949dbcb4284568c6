/** What a conversation is, in a few words: "Question on R-9", "Hackney objects to R-9", "Meets N-3, partly". */
import type { ReactNode } from "react";
import type { Stance } from "../../shared/position.ts";
import type { Thread } from "../../shared/thread.ts";
import { boroughName } from "../connection/borough-names.ts";
import { useItem, useRecord } from "../connection/hooks.ts";
import { itemName } from "../words/item-words.ts";
import { typeHeading } from "../words/thread-type-words.ts";

interface CardHeadingProps {
  readonly thread: Thread;
  readonly namesItem: boolean;
}

export function CardHeading({ thread, namesItem }: CardHeadingProps): ReactNode {
  const { anchor, type, meets, position, closed } = thread;
  const item = useItem(anchor.itemId);
  const need = useItem(meets?.needId ?? "");
  const name = useRecord((record) => itemName(item, record, anchor.itemId));
  const needName = useRecord((record) => (meets ? itemName(need, record, meets.needId) : ""));
  const borough = useRecord((record) => (position ? boroughName(record, position.boroughId) : ""));
  if (position) return <>{positionHeading(borough, name, position.stance, closed !== null)}</>;
  if (thread.suggests) return <>Suggested wording for {name}</>;
  if (!meets) return <>{typeHeading(type, name)}</>;
  if (meets.withdrawn) return <>{`${name} no longer said to meet ${needName}`}</>;
  return (
    <>{namesItem ? `${name} meets ${needName}, ${meets.how}` : `Meets ${needName}, ${meets.how}`}</>
  );
}

/** "Hackney agrees to R-9 with a change"; in the past once the borough says something else. */
function positionHeading(borough: string, name: string, stance: Stance, isPast: boolean): string {
  if (stance === "object") return `${borough} ${isPast ? "objected" : "objects"} to ${name}`;
  return `${borough} ${isPast ? "agreed" : "agrees"} to ${name} with a change`;
}
