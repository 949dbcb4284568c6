/**
 * The thread that searches other statements: reads their stored text, keeps their words while it is
 * used, and forgets those that were not asked for longest when there are too many.
 */
import { parentPort } from "node:worker_threads";
import type { StoredWords } from "../../store/text-store.ts";
import { findRows, type Found, type Wanted } from "./find-rows.ts";
import { rowsOf, type ElsewhereRow } from "./rows-of.ts";

/** A statement as it stands, by when it last changed. */
export interface Known {
  readonly statementId: string;
  readonly title: string;
  readonly changedAt: string;
}

/** `missing`: which of these are to be sent. `keep`: here is one. `find`: search these. */
export type Asked =
  | { readonly kind: "missing"; readonly statements: readonly Known[] }
  | { readonly kind: "keep"; readonly statement: Known; readonly stored: StoredWords }
  | { readonly kind: "find"; readonly statements: readonly Known[]; readonly wanted: Wanted };

export type Answered =
  | { readonly kind: "missing"; readonly ids: readonly string[] }
  | { readonly kind: "kept" }
  | { readonly kind: "found"; readonly found: Found };

export interface Message<Of> {
  readonly id: number;
  readonly says: Of;
}

/** About 60 MB of words: some 100,000 items. */
const mostLetters = 30_000_000;

interface Kept {
  readonly changedAt: string;
  readonly rows: readonly ElsewhereRow[];
  readonly letters: number;
}

/** In the order in which they were last asked for. */
const kept = new Map<string, Kept>();

parentPort?.on("message", ({ id, says }: Message<Asked>) => {
  const answer: Message<Answered> = { id, says: answerTo(says) };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer);
});

function answerTo(asked: Asked): Answered {
  switch (asked.kind) {
    case "missing":
      return { kind: "missing", ids: asked.statements.filter(isMissing).map(idOf) };
    case "keep": {
      const { statementId, changedAt } = asked.statement;
      const rows = rowsOf(asked.stored);
      const letters = rows.reduce((sum, { flat, words }) => sum + flat.length + words.length, 0);
      kept.delete(statementId);
      kept.set(statementId, { changedAt, rows, letters });
      return { kind: "kept" };
    }
    case "find": {
      const statements = asked.statements.map(({ statementId, title }) => {
        const found = kept.get(statementId);
        if (found) {
          kept.delete(statementId);
          kept.set(statementId, found);
        }
        return { statementId, title, rows: found?.rows ?? [] };
      });
      const found = findRows(statements, asked.wanted);
      forgetTheOldest();
      return { kind: "found", found };
    }
  }
}

function isMissing({ statementId, changedAt }: Known): boolean {
  return kept.get(statementId)?.changedAt !== changedAt;
}

function idOf({ statementId }: Known): string {
  return statementId;
}

function forgetTheOldest(): void {
  let letters = 0;
  for (const one of kept.values()) letters += one.letters;
  for (const [statementId, one] of kept) {
    if (letters <= mostLetters) return;
    kept.delete(statementId);
    letters -= one.letters;
  }
}
