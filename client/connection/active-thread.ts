/**
 * The one conversation that is open on this page: its words and its card stand out. Opening it by
 * key also asks its card to take the focus.
 */
import { useSyncExternalStore } from "react";
import { Listeners } from "./listeners.ts";

interface Active {
  readonly threadId: string | null;
  /** Counts the requests to move the focus to the card; 0 while there is none. */
  readonly focusRequests: number;
}

let active: Active = { threadId: null, focusRequests: 0 };
const listeners = new Listeners();

/** Opens a conversation beside its words, or closes the open one. The focus stays where it is. */
export function setActiveThread(threadId: string | null): void {
  if (threadId === active.threadId) return;
  active = { threadId, focusRequests: 0 };
  listeners.tell();
}

/** Opens a conversation and moves the focus to its card: for the keyboard, and for links to it. */
export function openThread(threadId: string): void {
  active = { threadId, focusRequests: active.focusRequests + 1 };
  listeners.tell();
}

/** Tells each time a conversation is opened with `openThread`. */
export function onThreadOpened(listener: (threadId: string) => void): () => void {
  return listeners.add(() => {
    if (active.focusRequests > 0 && active.threadId !== null) listener(active.threadId);
  });
}

export function activeThreadNow(): string | null {
  return active.threadId;
}

/** Which of these conversations is open, or null; renders again only when that changes. */
export function useActiveAmong(threadIds: readonly string[]): string | null {
  return useSyncExternalStore(subscribe, () =>
    active.threadId !== null && threadIds.includes(active.threadId) ? active.threadId : null,
  );
}

export function useActiveThread(): string | null {
  return useSyncExternalStore(subscribe, () => active.threadId);
}

/** Changes each time the open conversation is asked to take the focus. */
export function useFocusRequests(): number {
  return useSyncExternalStore(subscribe, () => active.focusRequests);
}

function subscribe(listener: () => void): () => void {
  return listeners.add(listener);
}
