/** As which borough's the statement is read: part of the address, so that it can be sent. */
import { useCallback } from "react";
import { useSearchParams } from "react-router";
import type { RecordState } from "../../../shared/record-state.ts";
import { boroughsIn } from "../../connection/borough-names.ts";
import { useRecord } from "../../connection/hooks.ts";
import { focusStays } from "../../controls/page-heading.tsx";

/** @returns the borough's id, or null for the common text; and how to read it otherwise */
export function useReadAs(): readonly [string | null, (boroughId: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = search.get("as");
  // An address can name anything.
  const readAs = useRecord(
    useCallback(
      (record: RecordState) => (boroughsIn(record).some(({ id }) => id === asked) ? asked : null),
      [asked],
    ),
  );
  const setReadAs = useCallback(
    (boroughId: string | null) => {
      const change = (before: URLSearchParams): URLSearchParams => {
        const now = new URLSearchParams(before);
        if (boroughId === null) now.delete("as");
        else now.set("as", boroughId);
        return now;
      };
      setSearch(change, { state: focusStays, preventScrollReset: true, flushSync: true });
    },
    [setSearch],
  );
  return [readAs, setReadAs];
}
