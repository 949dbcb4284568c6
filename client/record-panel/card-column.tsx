/**
 * Cards at the height of the words they are about. Promises that they follow when the text, the
 * window or a card changes, never overlap, and scroll with the words because they stand in the same
 * page. Cards whose item is not on the page just now are hidden; of very many only those near the
 * window are there at all.
 */
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type ReactNode,
} from "react";
import { pendingThreadId } from "../connection/highlights.ts";
import { useSession } from "../connection/hooks.ts";
import { itemElementId } from "../connection/item-address.ts";
import { useNearItems } from "./near-items.ts";
import { placeCards, type CardToPlace } from "./place-cards.ts";

export interface ColumnCard {
  readonly id: string;
  readonly itemId: string;
  readonly card: ReactNode;
}

interface CardColumnProps {
  /** In the order of the statement. */
  readonly cards: readonly ColumnCard[];
  readonly openId: string | null;
}

const gapPx = 12;
/** The first line of a card stands level with its words. */
const cardInsetPx = 12;
/** Each takes a millisecond to draw, and has to be placed again whenever anything moves. */
const manyCards = 60;

export function CardColumn({ cards, openId }: CardColumnProps): ReactNode {
  const column = useRef<HTMLDivElement>(null);
  const { items } = useSession();
  const arrange = useRef(() => {});
  const itemIds = useMemo(() => [...new Set(cards.map(({ itemId }) => itemId))], [cards]);
  const near = useNearItems(itemIds, cards.length > manyCards);
  /** The one that has, or had, the focus: it does not go from under whoever writes in it. */
  const [heldId, setHeldId] = useState<string | null>(null);
  const shown = useMemo(
    () =>
      near === null
        ? cards
        : cards.filter(
            ({ id, itemId }) => near.has(itemId) || id === heldId || staysInSight(id, openId),
          ),
    [cards, near, heldId, openId],
  );

  useLayoutEffect(() => {
    arrange.current = () => {
      if (column.current) arrangeCards(column.current, openId);
    };
    arrange.current();
  });

  useEffect(() => {
    const element = column.current;
    if (!element) return undefined;
    let waiting = 0;
    const soon = (): void => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        watchItems();
        arrange.current();
      });
    };
    const sizes = new ResizeObserver(soon);
    sizes.observe(document.body);
    for (const card of cardsOf(element)) sizes.observe(card);
    // Items that change places may leave the page as long as it was.
    let order = items.order();
    const stop = items.subscribe(() => {
      if (items.order() === order) return;
      order = items.order();
      soon();
    });
    // Words move within their item: what somebody writes in another one is no reason to look.
    const redrawn = new MutationObserver(soon);
    const watched = new Set<HTMLElement>();
    // The rows of a long document come one part after the other.
    const watchItems = (): void => {
      for (const { itemId } of shown) {
        const item = document.getElementById(itemElementId(itemId));
        if (!item || watched.has(item)) continue;
        watched.add(item);
        redrawn.observe(item, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
      }
    };
    watchItems();
    return () => {
      cancelAnimationFrame(waiting);
      sizes.disconnect();
      redrawn.disconnect();
      stop();
    };
  }, [items, shown]);

  return (
    <div ref={column} className="card-column" onFocus={(event) => setHeldId(cardOf(event))}>
      {shown.map(({ id, itemId, card }) => (
        <div
          key={id}
          className="card-place"
          data-place={id}
          data-item={itemId}
          data-open={id === openId ? "" : undefined}
        >
          {card}
        </div>
      ))}
    </div>
  );
}

function arrangeCards(column: HTMLElement, openId: string | null): void {
  const top = column.getBoundingClientRect().top;
  const cards = cardsOf(column);
  const toPlace = cards.flatMap((card): CardToPlace[] => {
    const { place: id = "", item = "" } = card.dataset;
    // What somebody writes or reads stays in sight when its item goes.
    const wordsTop = topOfWords(item, id) ?? (staysInSight(id, openId) ? innerHeight / 4 : null);
    if (wordsTop === null) return [];
    return [{ id, wantedPx: wordsTop - top - cardInsetPx, heightPx: card.offsetHeight }];
  });
  const tops = placeCards(toPlace, openId, gapPx);
  let bottom = 0;
  for (const card of cards) {
    const placed = tops.get(card.dataset["place"] ?? "");
    card.toggleAttribute("data-away", placed === undefined);
    if (placed === undefined) continue;
    card.style.transform = `translateY(${Math.round(placed)}px)`;
    bottom = Math.max(bottom, placed + card.offsetHeight);
    // Only from its second place on does a card move smoothly: it appears where it belongs.
    if (!card.dataset["placed"]) requestAnimationFrame(() => (card.dataset["placed"] = "yes"));
  }
  column.style.minHeight = `${Math.ceil(bottom)}px`;
}

function cardOf({ target }: FocusEvent): string | null {
  return target.closest<HTMLElement>(".card-place")?.dataset["place"] ?? null;
}

function staysInSight(id: string, openId: string | null): boolean {
  return id === openId || id === pendingThreadId;
}

/** Where the words of a conversation, or else its item, begin in the window; null when not shown. */
function topOfWords(itemId: string, threadId: string): number | null {
  const item = document.getElementById(itemElementId(itemId));
  // One that was taken out stands in a folded list.
  if (!item?.checkVisibility()) return null;
  const words = item.querySelector(`[data-thread="${CSS.escape(threadId)}"]`);
  return (words ?? item).getBoundingClientRect().top;
}

function cardsOf(column: HTMLElement): HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>(":scope > .card-place")];
}
