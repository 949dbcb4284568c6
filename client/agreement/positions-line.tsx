/** The quiet words under a need or requirement that say what boroughs say of it, and open all of it. */
import { equalityDeep } from "lib0/function";
import { useRef, type ReactNode } from "react";
import { itemHasWords, type Item } from "../../shared/items.ts";
import { boroughsIn } from "../../shared/members.ts";
import { takesPositions } from "../../shared/position.ts";
import { useOfItem, useRecord } from "../connection/hooks.ts";
import { showPositions } from "../connection/positions-shown.ts";
import { Button } from "../controls/button.tsx";
import { lineOf, type LinePart } from "../words/position-words.ts";
import { usePositions, useProposals } from "./use-positions.ts";
import "./positions-line.css";

export function PositionsLine({ itemId }: { readonly itemId: string }): ReactNode {
  const boroughs = useRecord(boroughsIn);
  const said = usePositions(itemId);
  const proposed = useProposals(itemId);
  const last = useRef<Line | null>(null);
  const parts = useOfItem(itemId, (item) => {
    const of = [item, boroughs, said, proposed];
    if (last.current?.of.every((part, at) => part === of[at]) === true) return last.current.parts;
    const fresh = isSaidOn(item) ? lineOf(item, boroughs, said, proposed) : nothing;
    const before = last.current?.parts ?? nothing;
    // At most keys the line says what it said.
    last.current = { of, parts: equalityDeep(before, fresh) ? before : fresh };
    return last.current.parts;
  });
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

interface Line {
  /** What it was worked out from. */
  readonly of: readonly unknown[];
  readonly parts: readonly LinePart[];
}

const nothing: readonly LinePart[] = [];

function isSaidOn(item: Item | undefined): item is Item {
  return item?.removed === null && takesPositions(item.kind) && itemHasWords(item);
}
