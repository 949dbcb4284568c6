/**
 * The conversations of a statement: at the height of their words beside the document, or as a list
 * where there is no room beside it. Promises that no conversation is out of reach: those on items
 * that are not taken forward and those that were closed have their place here too.
 */
import {
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from "react";
import type { Thread } from "../../shared/thread.ts";
import { setActiveThread, useActiveThread, useFocusRequests } from "../connection/active-thread.ts";
import type { ChosenPlace } from "../connection/field-selection.ts";
import { highlightStoreOf, pendingThreadId, useStanding } from "../connection/highlights.ts";
import { useSession } from "../connection/hooks.ts";
import { itemElementId } from "../connection/item-address.ts";
import type { StatementSession } from "../connection/statement-session.ts";
import { CardColumn } from "./card-column.tsx";
import { Composer, type Composing } from "./composer.tsx";
import { InOtherSections } from "./in-other-sections.tsx";
import { NoConversations } from "./no-conversations.tsx";
import type { WordingField } from "./suggestion-composer.tsx";
import { ThreadCard } from "./thread-card.tsx";
import { ThreadFilters } from "./thread-filters.tsx";
import type { ThreadFilter } from "./threads-shown.ts";
import { useThreadsShown } from "./use-threads-shown.ts";
import "./conversation-panel.css";

interface ConversationPanelProps {
  /** `beside`: in a column next to the document, of the same height. `list`: one after the other. */
  readonly layout: "beside" | "list";
  /** Ids of the items on the page where only a section is shown, or null. */
  readonly part: readonly string[] | null;
  /** What the person at this page is about to write, or null. */
  readonly composing: Composing | null;
  /** Where suggested wording is written. */
  readonly WordingField: WordingField;
  /** It was saved or given up. */
  readonly onComposed: () => void;
  /** Puts the focus back on words of the document. */
  readonly focusWords: (place: ChosenPlace) => void;
}

export function ConversationPanel(props: ConversationPanelProps): ReactNode {
  const { layout, part, composing, onComposed, focusWords } = props;
  const session = useSession();
  const panel = useRef<HTMLElement>(null);
  const [filter, setFilter] = useState<ThreadFilter>("open");
  const activeId = useActiveThread();
  const [looked, setLooked] = useState("");
  const { here, onRemoved, counts } = useThreadsShown(filter, useDeferredValue(looked), activeId);
  const inPart = useMemo(() => part && new Set(part), [part]);
  const isInPart = ({ anchor }: Thread): boolean => inPart?.has(anchor.itemId) ?? true;
  const elsewhere = here.filter((thread) => !isInPart(thread));
  const beside = here.filter((thread) => isInPart(thread) || thread.id === activeId);
  useFocusOnRequest(panel);
  useCloseOnPressElsewhere();

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented || activeId === null) return;
    if (!(event.target instanceof Element) || event.target.closest("[data-card]") === null) return;
    event.preventDefault();
    const thread = [...here, ...onRemoved].find(({ id }) => id === activeId);
    setActiveThread(null);
    // A list stands over the document, which cannot take the focus meanwhile.
    if (thread && layout === "beside") focusWords(wordsOf(session, thread));
  };
  const composer = composing && (
    <Composer
      key={keyOf(composing)}
      composing={composing}
      WordingField={props.WordingField}
      onDone={() => {
        onComposed();
        focusWords(composing.place);
      }}
    />
  );
  const card = (thread: Thread, namesItem: boolean): ReactNode => (
    <PlacedCard
      key={thread.id}
      thread={thread}
      isOpen={thread.id === activeId}
      namesItem={namesItem}
    />
  );
  const isEmpty = here.length === 0 && onRemoved.length === 0 && !composing;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape from the cards inside
    <section
      ref={panel}
      className={`conversation-panel conversation-${layout}`}
      aria-label="Conversations"
      onKeyDown={onKeyDown}
    >
      <ThreadFilters
        filter={filter}
        counts={counts}
        onChange={setFilter}
        looked={looked}
        onLook={setLooked}
      />
      {onRemoved.length > 0 && (
        <details className="on-removed" open={onRemoved.some(({ id }) => id === activeId)}>
          <summary>On items not taken forward ({onRemoved.length})</summary>
          <div className="card-list">{onRemoved.map((thread) => card(thread, true))}</div>
        </details>
      )}
      {layout === "beside" && <InOtherSections threads={elsewhere} />}
      {isEmpty && <NoConversations filter={filter} isSearched={looked.trim() !== ""} />}
      {layout === "list" ? (
        <div className="card-list">
          {composer}
          {here.map((thread) => card(thread, true))}
        </div>
      ) : (
        <CardColumn
          openId={composing ? pendingThreadId : activeId}
          cards={[
            ...beside.map((thread) => ({
              id: thread.id,
              itemId: thread.anchor.itemId,
              card: card(thread, false),
            })),
            ...(composing
              ? [{ id: pendingThreadId, itemId: composing.place.itemId, card: composer }]
              : []),
          ]}
        />
      )}
    </section>
  );
}

/** The words a conversation is about, or its item where they are gone. */
function wordsOf(session: StatementSession, thread: Thread): ChosenPlace {
  const { itemId } = thread.anchor;
  const place = highlightStoreOf(session).placeOf(thread);
  if (place.state === "item") return { itemId };
  return { itemId, field: place.field, from: place.from, to: place.to };
}

interface PlacedCardProps {
  readonly thread: Thread;
  readonly isOpen: boolean;
  readonly namesItem: boolean;
}

function PlacedCard(props: PlacedCardProps): ReactNode {
  return <ThreadCard {...props} standing={useStanding(props.thread)} />;
}

/** Another object is another thing to write, though it may be about the same place. */
const keys = new WeakMap<Composing, number>();
let lastKey = 0;

function keyOf(composing: Composing): number {
  const known = keys.get(composing);
  if (known !== undefined) return known;
  lastKey += 1;
  keys.set(composing, lastKey);
  return lastKey;
}

/** Moves the focus to the open card, and the page to its words, when it was opened by key or by a link to it. */
function useFocusOnRequest(panel: RefObject<HTMLElement | null>): void {
  const requests = useFocusRequests();
  const activeId = useActiveThread();
  useEffect(() => {
    if (requests === 0 || activeId === null) return;
    const card = panel.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(activeId)}"]`);
    if (!card) return;
    card.focus({ preventScroll: true });
    // A card beside the text may still be on its way to its words.
    const place = card.closest<HTMLElement>("[data-item]")?.dataset["item"];
    const words = place === undefined ? null : document.getElementById(itemElementId(place));
    if (!words) card.scrollIntoView({ block: "nearest" });
    else if (!isComfortable(words)) words.scrollIntoView({ block: "center" });
  }, [panel, requests, activeId]);
}

/** In the window with room below for its card. */
function isComfortable(words: HTMLElement): boolean {
  const { top } = words.getBoundingClientRect();
  return top > 0 && top < innerHeight / 2;
}

/** Pressing anywhere but on a card or on highlighted words folds the open card again. */
function useCloseOnPressElsewhere(): void {
  useEffect(() => {
    const onPress = ({ target }: PointerEvent): void => {
      if (!(target instanceof Element)) return;
      const isIn = target.closest(".conversation-card, [data-thread], dialog, button, a");
      if (isIn === null) setActiveThread(null);
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, []);
}
