/** The needs that a requirement meets, or the requirements that meet a need, in their own words. */
import type { ReactNode } from "react";
import type { Item } from "../../shared/items.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { useItem, useRecord } from "../connection/hooks.ts";
import { itemName, itemSentence } from "../words/item-words.ts";

interface Link {
  readonly threadId: string;
  /** The other end. */
  readonly itemId: string;
  readonly how: "fully" | "partly";
}

export function ItemLinksInWords({ item }: { readonly item: Item }): ReactNode {
  const links = JSON.parse(useRecord((record) => JSON.stringify(linksOf(item, record)))) as Link[];
  const isNeed = item.kind === "need";
  if (links.length === 0)
    return isNeed ? <p className="quiet">No requirement meets this need yet.</p> : null;
  return (
    <div className="look-links-in-words">
      <h3>{isNeed ? "Met by" : "Meets"}</h3>
      <ul>
        {links.map((link) => (
          <OtherEnd key={link.threadId} link={link} />
        ))}
      </ul>
    </div>
  );
}

function OtherEnd({ link: { itemId, how } }: { readonly link: Link }): ReactNode {
  const item = useItem(itemId);
  const name = useRecord((record) => itemName(item, record, itemId));
  return (
    <li>
      <b>{name}</b>
      {how === "partly" && " (partly)"} {item && itemSentence(item)}
    </li>
  );
}

function linksOf(item: Item, record: RecordState): Link[] {
  const ids =
    item.kind === "need" ? record.linksByNeed.get(item.id) : record.threadsByItem.get(item.id);
  const links = (ids ?? []).flatMap((threadId): Link[] => {
    const thread = record.threads.get(threadId);
    const meets = thread?.meets;
    if (!thread || !meets || meets.withdrawn) return [];
    const itemId = item.kind === "need" ? thread.anchor.itemId : meets.needId;
    return [{ threadId, itemId, how: meets.how }];
  });
  // The same two may be linked on several words.
  return links.filter(({ itemId }, at) => links.findIndex((one) => one.itemId === itemId) === at);
}
