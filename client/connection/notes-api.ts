/** Notes that only one's own borough sees: kept by the server apart from everything else. */
import { z } from "zod";
import { askOnce } from "./ask-once.ts";
import { noAnswer, request } from "./request.ts";

export interface Note {
  readonly id: string;
  /** Null for a note about the whole statement. */
  readonly itemId: string | null;
  readonly personId: string;
  /** ISO 8601. */
  readonly at: string;
  readonly words: string;
  /** The number of what was done to it last, in this borough. */
  readonly revision: number;
  readonly changedAt: string | null;
  /** Its words are gone for good then. */
  readonly withdrawnAt: string | null;
}

const note: z.ZodType<Note> = z.object({
  id: z.string(),
  itemId: z.string().nullable(),
  personId: z.string(),
  at: z.string(),
  words: z.string(),
  revision: z.number(),
  changedAt: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
});

/** @returns the notes to which something was done after a number, in that order */
export async function askNotes(statementId: string, after: number): Promise<readonly Note[]> {
  const answer = z.object({ notes: z.array(note) });
  return (await request(`/api/statements/${statementId}/notes?after=${after}`, { answer })).notes;
}

/** @throws CommandRefused */
export function sendNote(statementId: string, itemId: string, words: string): Promise<Note> {
  const body = { itemId, words };
  return askOnce.post(`/api/statements/${statementId}/notes`, body, note);
}

/** @throws CommandRefused */
export function sendChangedNote(statementId: string, id: string, words: string): Promise<Note> {
  const path = `/api/statements/${statementId}/notes/${id}`;
  return request(path, { method: "PATCH", body: { words }, answer: note });
}

/** @throws CommandRefused */
export async function withdrawNote(statementId: string, id: string): Promise<void> {
  const path = `/api/statements/${statementId}/notes/${id}`;
  await request(path, { method: "DELETE", answer: noAnswer });
}
