/**
 * Works a list through, one at a time, while it changes underneath. Promises that what somebody is
 * reading stays before them until they are done with it, skip it, or it waits no more.
 */
import { useState } from "react";
import type { ToLookAt } from "../../shared/to-look-at.ts";

export interface Queue {
  /** What is looked at now; null when nothing waits, or only what was skipped. */
  readonly current: ToLookAt | null;
  /** What comes next, or null. */
  readonly next: ToLookAt | null;
  /** How many were done here since the page was opened. */
  readonly done: number;
  /** How many still wait, skipped ones too. */
  readonly left: number;
  /** How many of these were skipped. */
  readonly skipped: number;
  /** The current one was dealt with by the person at this page. */
  finish(): void;
  skip(): void;
  /** Shows those that were skipped again. */
  lookAtSkipped(): void;
}

export function useQueue(list: readonly ToLookAt[]): Queue {
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [skippedIds, setSkippedIds] = useState<readonly string[]>([]);
  const [done, setDone] = useState(0);
  // What was just dealt with may still be in the list until the record says so; once it is out of
  // it, it can come back: the text may change again.
  const [doneIds, setDoneIds] = useState<readonly string[]>([]);
  const stillListed = doneIds.filter((key) => list.some((one) => one.key === key));
  if (stillListed.length < doneIds.length) setDoneIds(stillListed);
  const isBehind = (one: ToLookAt): boolean =>
    skippedIds.includes(idOf(one)) || doneIds.includes(one.key);
  const ahead = list.filter((one) => !isBehind(one));
  const current = ahead.find((one) => idOf(one) === currentId) ?? ahead[0] ?? null;
  // While rendering, as React advises for state that follows what comes in.
  if (current && idOf(current) !== currentId) setCurrentId(idOf(current));
  const left = list.filter(({ key }) => !doneIds.includes(key));
  return {
    current,
    next: ahead.find((one) => one !== current) ?? null,
    done,
    left: left.length,
    skipped: left.filter((one) => skippedIds.includes(idOf(one))).length,
    finish() {
      if (!current) return;
      setDoneIds([...doneIds, current.key]);
      setDone(done + 1);
    },
    skip() {
      if (current) setSkippedIds([...skippedIds, idOf(current)]);
    },
    lookAtSkipped() {
      setSkippedIds([]);
    },
  };
}

/** The same for an item whatever the reason why it waits: a change while it is read is no other item. */
function idOf(one: ToLookAt): string {
  return one.kind === "item" ? `item ${one.itemId}` : one.key;
}
