/** What an item is called in a sentence: "R-12", or "this requirement" until it has a reference. */
import { useCallback } from "react";
import { itemKinds } from "../../../shared/item-kinds.ts";
import type { RecordState } from "../../../shared/record-state.ts";
import { useItem, useRecord } from "../../connection/hooks.ts";

export function useItemName(itemId: string): string {
  const kind = useItem(itemId)?.kind ?? "text";
  const reference = useRecord(
    useCallback((record: RecordState) => record.references.get(itemId), [itemId]),
  );
  return reference ?? `this ${itemKinds[kind].label.toLowerCase()}`;
}
