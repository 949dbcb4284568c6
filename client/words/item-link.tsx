/** A way to the place of an item on the page where it is written: its reference, and its words for those who hover or listen. */
import type { ReactNode } from "react";
import { itemKinds, mainField } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { needSentence } from "../../shared/need-sentence.ts";
import { plainText } from "../../shared/plain-text.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { openThread } from "../connection/active-thread.ts";
import { useItem, useRecord, useSession } from "../connection/hooks.ts";
import { itemAddress } from "../connection/item-address.ts";
import { PlainLink } from "../controls/plain-link.tsx";

interface ItemLinkProps {
  readonly itemId: string;
  /** Opens this conversation there. */
  readonly threadId?: string;
}

export function ItemLink({ itemId, threadId }: ItemLinkProps): ReactNode {
  const { statementId } = useSession();
  const item = useItem(itemId);
  const reference = useRecord(referencesOf).get(itemId);
  const kind = item ? itemKinds[item.kind].label.toLowerCase() : "item";
  return (
    <PlainLink
      className="item-link"
      to={itemAddress(statementId, itemId)}
      title={item ? itemWords(item) : undefined}
      onClick={() => {
        if (threadId !== undefined) openThread(threadId);
      }}
    >
      {reference ?? `New ${kind}`}
    </PlainLink>
  );
}

/** The item's own words: a need as one sentence. */
export function itemWords(item: Item): string {
  if (item.kind === "need") return needSentence(item);
  const words = item.fields[mainField(item.kind)];
  return words ? plainText(words) : "";
}

function referencesOf(record: RecordState): ReadonlyMap<string, string> {
  return record.references;
}
