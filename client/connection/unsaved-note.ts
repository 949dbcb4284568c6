/**
 * A note beside the local copy: how many changes the server has not confirmed and in which items.
 * Kept in `localStorage`, which is written at once, so that it survives a reload in mid-word.
 * Every page writes a note of its own, so two tabs do not write over each other's.
 */
import { z } from "zod";
import { ignoringRefusal, parseJson } from "./browser-storage.ts";

export interface UnsavedNote {
  readonly changes: number;
  readonly itemIds: readonly string[];
}

const noteShape = z.object({ changes: z.number(), itemIds: z.array(z.string()) });

const prefix = "needline-unsaved:";

/** @param page tells this page from the person's other tabs */
export function writeNote(copyName: string, page: string, note: UnsavedNote): void {
  const key = `${prefix}${copyName}:${page}`;
  // Storage may be full or forbidden; the words themselves are not kept here.
  ignoringRefusal(() => {
    if (note.changes === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(note));
  });
}

/** What all pages together left unsaved in a copy. */
export function readNotes(copyName: string): UnsavedNote {
  const notes = keysOf(copyName).flatMap((key) => {
    const note = noteShape.safeParse(parseJson(localStorage.getItem(key)));
    return note.success ? [note.data] : [];
  });
  return {
    changes: notes.reduce((sum, note) => sum + note.changes, 0),
    itemIds: [...new Set(notes.flatMap((note) => note.itemIds))],
  };
}

/** The keys of the notes of a copy: to clear them later, and no note that is written meanwhile. */
export function keysOf(copyName: string): readonly string[] {
  const keys: string[] = [];
  ignoringRefusal(() => {
    for (let index = 0; index < localStorage.length; index += 1) {
      const key = localStorage.key(index);
      if (key?.startsWith(`${prefix}${copyName}:`)) keys.push(key);
    }
  });
  return keys;
}

export function clearNotes(keys: readonly string[]): void {
  ignoringRefusal(() => {
    for (const key of keys) localStorage.removeItem(key);
  });
}
