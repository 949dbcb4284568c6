/** What was found in other statements, each to be chosen; those that are here already say so. */
import type { ReactNode } from "react";
import { defaultPriorityWords, itemKinds } from "../../shared/item-kinds.ts";
import type { FoundItem } from "../connection/elsewhere-api.ts";
import { ItemLink } from "../words/item-link.tsx";
import { originKey } from "./brought-in.ts";

interface FoundListProps {
  readonly items: readonly FoundItem[];
  /** By `originKey`. */
  readonly chosen: ReadonlyMap<string, FoundItem>;
  /** Ids of items here, by `originKey`. */
  readonly already: ReadonlyMap<string, readonly string[]>;
  readonly onChoose: (item: FoundItem, isChosen: boolean) => void;
}

export function FoundList({ items, chosen, already, onChoose }: FoundListProps): ReactNode {
  return (
    <ul className="found-list">
      {items.map((item) => {
        const key = originKey(item.statementId, item.itemId);
        return (
          <li key={key} className="found-item">
            <label className="choice">
              <input
                type="checkbox"
                checked={chosen.has(key)}
                onChange={(event) => onChoose(item, event.target.checked)}
              />
              <span>
                <span className="found-name">
                  {item.reference || itemKinds[item.kind].label}
                  {item.priority === null ? null : (
                    <span className="found-priority"> {defaultPriorityWords[item.priority]}</span>
                  )}
                </span>{" "}
                <span className="found-words">{item.words}</span>{" "}
                <span className="found-from">
                  {item.title || "Untitled statement"}
                  {item.section === "" ? "" : `, ${item.section}`}
                </span>
              </span>
            </label>
            <Already itemIds={already.get(key) ?? []} />
          </li>
        );
      })}
    </ul>
  );
}

function Already({ itemIds }: { readonly itemIds: readonly string[] }): ReactNode {
  if (itemIds.length === 0) return null;
  return (
    <p className="found-already">
      In this statement already, as{" "}
      {itemIds.map((id, at) => (
        <span key={id}>
          {at === 0 ? "" : " and "}
          <ItemLink itemId={id} />
        </span>
      ))}
      . Bringing it in again makes a second one.
    </p>
  );
}
