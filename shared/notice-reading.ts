/** What a person has read of what they are told, and what they do not want to be told. */
import type { Notice, NoticeKind } from "./notices.ts";

/** What a person has read and does not want to hear of, in one statement. */
export interface NoticeReading {
  /** Everything up to this entry is read. */
  readonly readTo: number;
  /** Keys that are read besides. */
  readonly readKeys: readonly string[];
  /** Kinds that are turned off: not listed, not counted, not read out. */
  readonly off: readonly NoticeKind[];
}

export const nothingRead: NoticeReading = { readTo: 0, readKeys: [], off: [] };

export function isRead({ key, by }: Notice, { readTo, readKeys }: NoticeReading): boolean {
  return (by !== null && by.number <= readTo) || readKeys.includes(key);
}

/** As many single keys as are kept; those of texts that have changed again since mean nothing any more. */
const mostKeys = 1_000;

/** The reading after some more was read. Never less than before. */
export function markRead(
  before: NoticeReading,
  { upTo, keys }: { readonly upTo: number; readonly keys: readonly string[] },
): NoticeReading {
  const readKeys = [...new Set([...before.readKeys, ...keys])].slice(-mostKeys);
  return { ...before, readTo: Math.max(before.readTo, upTo), readKeys };
}
