/**
 * What waits for the person at this page, one at a time, large: what their borough says about each
 * need and requirement, and what they are asked. Promises to go on to the next at once, with the
 * focus on it, and never to take a press for words that changed meanwhile.
 */
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
} from "react";
import { useMay, useMe, useRecord, useSession } from "../connection/hooks.ts";
import { useNotices } from "../connection/notice-store.ts";
import { showPositions } from "../connection/positions-shown.ts";
import { useToLookAt } from "../connection/to-look-at-store.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { itemName } from "../words/item-words.ts";
import type { ToLookAt as Waiting } from "../../shared/to-look-at.ts";
import { ItemToLookAt } from "./item-to-look-at.tsx";
import { NothingToLookAt } from "./nothing-to-look-at.tsx";
import { ThreadToLookAt } from "./thread-to-look-at.tsx";
import { useQueue } from "./use-queue.ts";
import "./to-look-at.css";

interface ToLookAtProps {
  /** A conversation with all that can be done in it. */
  readonly Conversation: ComponentType<{ readonly threadId: string }>;
  /** A version to sign off; `onDone` takes what to read out. */
  readonly VersionToSignOff: ComponentType<{
    readonly number: number;
    readonly onDone: (words: string) => void;
  }>;
  /** What can be said for many items at once; nothing where there is nothing of it. */
  readonly many: ReactNode;
}

/** What was said just now, so that it can be said again otherwise. */
interface Said {
  readonly itemId: string;
  readonly words: string;
}

export function ToLookAt(props: ToLookAtProps): ReactNode {
  const { wasAsked } = useNotices();
  // What is addressed to the person comes first: nothing else is shown before that is known.
  return wasAsked ? <OneByOne {...props} /> : <p>Looking it up…</p>;
}

function OneByOne({ Conversation, VersionToSignOff, many }: ToLookAtProps): ReactNode {
  const { boroughName } = useMe();
  const mayPropose = useMay("propose-position");
  const queue = useQueue(useToLookAt());
  const [said, setSaid] = useState<Said | null>(null);
  const { current, done, left, skipped } = queue;
  const place = useRef<HTMLDivElement>(null);
  const goOn = useGoOn(place, current?.key ?? "nothing");
  const number = done + 1;
  const total = done + left;

  const finish = (words: string, itemId: string | null): void => {
    setSaid(itemId === null ? null : { itemId, words });
    queue.finish();
    goOn(left > 1 ? `${words}. ${number + 1} of ${total}.` : `${words}. That was the last one.`);
  };
  const skip = (): void => {
    queue.skip();
    goOn("Skipped for now.");
  };

  if (!mayPropose) {
    return (
      <p>
        Here those who review or write for {boroughName} go through what is new. You are a reader:
        you see everything and are asked nothing.
      </p>
    );
  }
  return (
    <div ref={place} className="to-look-at">
      {current ? (
        <p className="look-count">
          {number} of {total} for {boroughName}
        </p>
      ) : (
        <NothingToLookAt
          done={done}
          skipped={skipped}
          onSkipped={() => {
            queue.lookAtSkipped();
            goOn("");
          }}
        />
      )}
      {current?.kind === "version" && (
        <VersionToSignOff
          key={current.key}
          number={current.version}
          onDone={(words) => finish(words, null)}
        />
      )}
      {current?.kind === "item" && (
        <ItemToLookAt
          key={current.itemId}
          entry={current}
          onDone={(words) => finish(words, current.itemId)}
        />
      )}
      {current?.kind === "thread" && (
        <ThreadToLookAt
          key={current.key}
          entry={current}
          Conversation={Conversation}
          onDone={(words) => finish(words, null)}
        />
      )}
      {current && (
        <div className="look-after">
          <Button look="plain" onClick={skip}>
            Skip for now
          </Button>
          {queue.next && <NextOne next={queue.next} />}
        </div>
      )}
      {said && <SaidJustNow said={said} />}
      {many}
    </div>
  );
}

/** Moves the focus to the head of what comes next, once it is there. */
function useGoOn(
  place: { readonly current: HTMLElement | null },
  key: string,
): (words: string) => void {
  const [asked, setAsked] = useState<{ readonly words: string } | null>(null);
  useEffect(() => {
    if (!asked) return;
    const head = place.current?.querySelector<HTMLElement>("h2");
    head?.focus();
    head?.scrollIntoView({ block: "nearest" });
    if (asked.words !== "") announce(asked.words);
  }, [place, asked]);
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    // Somebody else may have dealt with what was read here: the focus went with it.
    if (document.activeElement !== document.body) return;
    place.current?.querySelector<HTMLElement>("h2")?.focus();
  }, [place, key]);
  return useCallback((words) => setAsked({ words }), []);
}

function NextOne({ next }: { readonly next: Waiting }): ReactNode {
  const { items } = useSession();
  const name = useRecord((record) =>
    next.kind === "version"
      ? "a version to sign off"
      : itemName(items.item(next.itemId), record, next.itemId),
  );
  return <span className="quiet">Next: {name}</span>;
}

function SaidJustNow({ said: { itemId, words } }: { readonly said: Said }): ReactNode {
  const { items } = useSession();
  const name = useRecord((record) => itemName(items.item(itemId), record, itemId));
  return (
    <p className="look-said">
      {words}: {name}.{" "}
      <Button look="plain" onClick={() => showPositions(itemId)}>
        Change what you said<span className="only-read-out"> about {name}</span>
      </Button>
    </p>
  );
}
