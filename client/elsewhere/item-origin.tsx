/** Where an item was brought in from, quietly under its words: "From Housing repairs 2025, R-12". */
import type { ReactNode } from "react";
import type { Origin } from "../../shared/items.ts";
import { useOfItem } from "../connection/hooks.ts";
import "./item-origin.css";

export function ItemOrigin({ itemId }: { readonly itemId: string }): ReactNode {
  const origin = useOfItem(itemId, (item) => item?.origin ?? null);
  return origin === null ? null : <p className="item-origin">{originWords(origin)}</p>;
}

/** "From Housing repairs 2025, R-12"; without the reference when it had none. */
function originWords({ title, reference }: Origin): string {
  const from = `From ${title.trim() === "" ? "another statement" : title}`;
  return reference === "" ? from : `${from}, ${reference}`;
}
