/**
 * Says something to those who use a screen reader, when it has a moment. Promises that the same
 * words said twice are read twice.
 */
import { useSyncExternalStore, type ReactNode } from "react";

let said = { words: "", turn: 0 };
const listeners = new Set<() => void>();

export function announce(words: string): void {
  said = { words, turn: said.turn + 1 };
  for (const listener of listeners) listener();
}

/** Stands once on every page, always there: a region that appears with its words is not read. */
export function Announcer(): ReactNode {
  const { words, turn } = useSyncExternalStore(subscribe, () => said);
  return (
    <output className="only-read-out">
      <span key={turn}>{words}</span>
    </output>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
