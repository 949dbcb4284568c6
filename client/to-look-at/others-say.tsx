/** What the other boroughs say about an item, a line each. */
import type { ReactNode } from "react";
import type { Item } from "../../shared/items.ts";
import { boroughsIn } from "../../shared/members.ts";
import { stanceWords } from "../../shared/position.ts";
import { positionState } from "../../shared/position-state.ts";
import { useMe, useRecord } from "../connection/hooks.ts";

export function OthersSay({ item }: { readonly item: Item }): ReactNode {
  const { boroughId } = useMe();
  const boroughs = useRecord(boroughsIn);
  const said = useRecord((record) => record.positions.get(item.id));
  const others = boroughs.filter(({ id }) => id !== boroughId);
  if (others.length === 0) return null;
  return (
    <div className="look-others">
      <h3>What others say</h3>
      <ul>
        {others.map(({ id, name }) => {
          const position = said?.get(id);
          const state = positionState(item, id, position);
          return (
            <li key={id}>
              {name}{" "}
              {!position
                ? "has not said yet"
                : state === "changed"
                  ? `${stanceWords[position.stance].did} before the words changed`
                  : stanceWords[position.stance].says}
              {position && position.words !== "" && `: ${position.words}`}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
