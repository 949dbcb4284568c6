/** What boroughs say of one item, and what is proposed that they say. The same maps until one of them changes. */
import { useCallback } from "react";
import type { Position } from "../../shared/position.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { useRecord } from "../connection/hooks.ts";

/** Borough id → position. */
type OfItem = ReadonlyMap<string, Position> | undefined;

export function usePositions(itemId: string): OfItem {
  return useRecord(useCallback((record: RecordState) => record.positions.get(itemId), [itemId]));
}

export function useProposals(itemId: string): OfItem {
  return useRecord(
    useCallback((record: RecordState) => record.proposedPositions.get(itemId), [itemId]),
  );
}
