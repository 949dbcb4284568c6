/** Whether what was written here is saved, in two words. */
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { can } from "../../../shared/access.ts";
import { useMe, useSaved, useSession } from "../../connection/hooks.ts";
import type { SavedNow } from "../../connection/saved-store.ts";

/** "Saving…" stays until typing rests this long, so that the word does not flicker with every key. */
const restMs = 700;

export function SavedMark(): ReactNode {
  const connected = useSaved((saved) => saved.connected);
  const isWriter = can(useMe(), "write");
  if (isWriter) return <WriterMark />;
  return connected ? null : <span className="saved">Not connected</span>;
}

function WriterMark(): ReactNode {
  const { mark, state } = useShownState();
  const changes = useSaved((saved) => (saved.state === "not-saved" ? saved.changes : 0));
  return (
    <span ref={mark} className={`saved saved-${state}`}>
      {wordsOf(state, changes)}
    </span>
  );
}

function wordsOf(state: SavedNow["state"], changes: number): ReactNode {
  switch (state) {
    case "saved":
      return (
        <>
          <span aria-hidden="true">✓ </span>Saved
        </>
      );
    case "saving":
      return "Saving…";
    case "not-saved":
      return changes === 1
        ? "Not saved: 1 change is only on this computer"
        : `Not saved: ${changes} changes are only on this computer`;
  }
}

/**
 * What to show. The state itself changes twice with every key, so it is written on the mark, for whoever
 * waits for it, past React: at a key nothing is rendered.
 */
function useShownState(): {
  readonly mark: RefObject<HTMLSpanElement | null>;
  readonly state: SavedNow["state"];
} {
  const { savedState } = useSession();
  const mark = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState(() => savedState.state().state);
  useLayoutEffect(() => {
    let last = savedState.state().state;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const { state } = savedState.state();
      if (mark.current) mark.current.dataset["saved"] = state;
      clearTimeout(timer);
      if (state === "saved" && last !== "not-saved")
        timer = setTimeout(() => setShown("saved"), restMs);
      else setShown(state);
      last = state;
    };
    look();
    const stop = savedState.subscribe(look);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [savedState]);
  return { mark, state: shown };
}
