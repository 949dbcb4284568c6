/**
 * Requirements whose words are most like a need's: worked out when asked, never while people type, and
 * only offered. 2,000 needs among 2,000 requirements take about 0.2 seconds here.
 */
import { useCallback, useState } from "react";
import type { NeedCoverage } from "../../shared/coverage.ts";
import { itemHasWords } from "../../shared/items.ts";
import { indexWords, mostAlike } from "../../shared/words-alike.ts";
import { useSession } from "../connection/hooks.ts";
import type { ItemStore } from "../connection/item-store.ts";
import { itemSentence } from "../words/item-words.ts";

/** How many are offered for a need: of 90 linked planning needs, 57 have a true one among three. */
const most = 3;

/** Need → ids of requirements, the most alike first. */
export type Likely = ReadonlyMap<string, readonly string[]>;

/** For so many needs at a time, those that matter most first: nobody reads more at once. */
export const likelyAtOnce = 100;

interface UseLikely {
  /** Null until it was asked for. */
  readonly likely: Likely | null;
  /** Finds them for the first of these needs that have none yet. */
  readonly find: (needs: readonly NeedCoverage[]) => void;
  readonly hide: () => void;
}

export function useLikely(): UseLikely {
  const { items } = useSession();
  const [likely, setLikely] = useState<Likely | null>(null);
  const find = useCallback(
    (needs: readonly NeedCoverage[]) =>
      setLikely((before) => {
        const next = needs.filter(({ id }) => !before?.has(id)).slice(0, likelyAtOnce);
        return new Map([...(before ?? []), ...likelyFor(items, next)]);
      }),
    [items],
  );
  const hide = useCallback(() => setLikely(null), []);
  return { likely, find, hide };
}

function likelyFor(items: ItemStore, needs: readonly NeedCoverage[]): Likely {
  const requirements = items.order().flatMap((id) => {
    const item = items.item(id);
    const isOffered =
      item?.kind === "requirement" &&
      item.removed === null &&
      item.priority !== "wont" &&
      itemHasWords(item);
    return isOffered ? [{ id, text: itemSentence(item) }] : [];
  });
  const index = indexWords(requirements);
  return new Map(
    needs.map(({ id }) => {
      const item = items.item(id);
      const alike = item ? mostAlike(index, itemSentence(item), most) : [];
      return [id, alike.map((one) => one.id)];
    }),
  );
}
