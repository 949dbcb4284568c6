/** The names of the boroughs that raised an item. */
import type { ReactNode } from "react";
import { boroughName } from "../connection/borough-names.ts";
import { useRecord } from "../connection/hooks.ts";

export function RaisedBy({ boroughIds }: { readonly boroughIds: readonly string[] }): ReactNode {
  const names = useRecord((record) => boroughIds.map((id) => boroughName(record, id)).join(", "));
  return names === "" ? <span className="cover-none">Nobody yet</span> : names;
}
