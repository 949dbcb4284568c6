/** The quiet words under a need or requirement that say what boroughs say of it, and open all of it. */
import { useMemo, type ReactNode } from "react";
import { itemHasWords } from "../../shared/items.ts";
import { boroughsIn } from "../../shared/members.ts";
import { takesPositions } from "../../shared/position.ts";
import { useItem, useRecord } from "../connection/hooks.ts";
import { showPositions } from "../connection/positions-shown.ts";
import { Button } from "../controls/button.tsx";
import { lineOf } from "../words/position-words.ts";
import { usePositions, useProposals } from "./use-positions.ts";
import "./positions-line.css";

export function PositionsLine({ itemId }: { readonly itemId: string }): ReactNode {
  const item = useItem(itemId);
  const boroughs = useRecord(boroughsIn);
  const said = usePositions(itemId);
  const proposed = useProposals(itemId);
  const isSaidOn = item && takesPositions(item.kind) && !item.removed && itemHasWords(item);
  const parts = useMemo(
    () => (isSaidOn ? lineOf(item, boroughs, said, proposed) : []),
    [isSaidOn, item, boroughs, said, proposed],
  );
  if (parts.length === 0) return null;
  return (
    <div className="positions-line">
      <Button look="plain" aria-haspopup="dialog" onClick={() => showPositions(itemId)}>
        {parts.map(({ words, look }, at) => (
          <span key={words} className={look}>
            {at > 0 && " · "}
            {words}
          </span>
        ))}
      </Button>
    </div>
  );
}
