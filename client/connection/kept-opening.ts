/**
 * What the server said of a statement when this browser opened it last, and until when it was connected: with it
 * the copy on this computer opens while no server answers. Only for those who keep a copy, and gone as soon as
 * somebody signs in or out here, or the server says no.
 */
import { z } from "zod";
import { ignoringRefusal, parseJson } from "./browser-storage.ts";
import { statementAnswer, type StatementAnswer } from "./statement-answer.ts";

export interface KeptOpening {
  readonly statement: StatementAnswer;
  /** ISO 8601: what others did after this is not in the copy. */
  readonly until: string;
}

const keptShape: z.ZodType<KeptOpening> = z.object({
  statement: statementAnswer,
  until: z.string(),
});

const prefix = "needline-opening:";

/** A session that is not used ends after 90 days; who comes back so late is asked by the server first. */
const longestMs = 30 * 24 * 60 * 60 * 1000;

/** @param at now */
export function keepOpening(statement: StatementAnswer, at: Date): void {
  // Who else takes part is nothing that the page needs without the server.
  const kept: KeptOpening = { statement: { ...statement, people: [] }, until: at.toISOString() };
  ignoringRefusal(() => localStorage.setItem(prefix + statement.id, JSON.stringify(kept)));
}

/** @param now to leave out what is too old */
export function keptOpening(statementId: string, now: Date): KeptOpening | null {
  let found: KeptOpening | null = null;
  ignoringRefusal(() => {
    const read = keptShape.safeParse(parseJson(localStorage.getItem(prefix + statementId)));
    if (read.success) found = isRecent(read.data, now) ? read.data : null;
  });
  return found;
}

export function forgetOpening(statementId: string): void {
  ignoringRefusal(() => localStorage.removeItem(prefix + statementId));
}

/** Somebody else may be here from now on. */
export function forgetAllOpenings(): void {
  ignoringRefusal(() => {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
    for (const key of keys) if (key?.startsWith(prefix)) localStorage.removeItem(key);
  });
}

function isRecent({ until }: KeptOpening, now: Date): boolean {
  return now.getTime() - Date.parse(until) < longestMs;
}
