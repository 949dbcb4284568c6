/** Whether what was written here is saved, in two words. */
import { useEffect, useState, type ReactNode } from "react";
import { can } from "../../../shared/access.ts";
import { useMe, useSaved } from "../../connection/hooks.ts";
import type { SavedNow } from "../../connection/saved-store.ts";

/** "Saving…" stays until typing rests this long, so that the word does not flicker with every key. */
const restMs = 700;

export function SavedMark(): ReactNode {
  const now = useSaved((saved) => saved.state);
  const changes = useSaved((saved) => saved.changes);
  const connected = useSaved((saved) => saved.connected);
  const isWriter = can(useMe(), "write");
  const isSaving = useLingers(now === "saving", restMs);
  if (!isWriter) return connected ? null : <span className="saved">Not connected</span>;
  const state = now === "saved" && isSaving ? "saving" : now;
  return (
    <span className={`saved saved-${state}`} data-saved={now}>
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

/** True while `isTrue` and for some time after. */
function useLingers(isTrue: boolean, afterMs: number): boolean {
  const [lingers, setLingers] = useState(isTrue);
  if (isTrue && !lingers) setLingers(true);
  useEffect(() => {
    if (isTrue) return undefined;
    const timer = setTimeout(() => setLingers(false), afterMs);
    return () => clearTimeout(timer);
  }, [isTrue, afterMs]);
  return lingers;
}
