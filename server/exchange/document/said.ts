/** The conversations about a statement as a file can show them: who said what, when, and about which words. */
import * as Y from "yjs";
import { resolveAnchor } from "../../../shared/anchors.ts";
import { addItem, type Item } from "../../../shared/items.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { stanceWords } from "../../../shared/position.ts";
import type { Thread } from "../../../shared/thread.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import type { Names } from "./names.ts";

/** A conversation with at least one thing said that was not taken back. */
export interface Said {
  readonly itemId: string;
  /** "Objection", "Suggested wording"; "" for a comment. */
  readonly label: string;
  /** The words it is about; null for the item as a whole, or where its words are gone. */
  readonly place: { readonly field: string; readonly from: number; readonly to: number } | null;
  readonly closed: boolean;
  /** Oldest first; the first one began it. */
  readonly words: readonly Words[];
}

export interface Words {
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
  readonly text: string;
}

/** Those about the items given, in their order, oldest first. */
export function saidAbout(
  whole: WholeStatement,
  items: readonly Item[],
  names: Names,
): readonly Said[] {
  const { threads, threadsByItem } = whole.record;
  return items.flatMap((item) => {
    const about = (threadsByItem.get(item.id) ?? []).flatMap((id) => threads.get(id) ?? []);
    if (about.length === 0) return [];
    const places = placesIn(item);
    return about.flatMap((thread): Said[] => {
      const words = wordsSaid(thread, names);
      if (words.length === 0) return [];
      return [
        {
          itemId: item.id,
          label: labelOf(thread),
          place: places(thread),
          closed: isSettled(thread),
          words,
        },
      ];
    });
  });
}

/** Finds words in an item by what was quoted: the item as plain data has no Yjs positions any more. */
function placesIn(item: Item): (thread: Thread) => Said["place"] {
  const doc = new Y.Doc();
  addItem(doc, item);
  return ({ anchor }) => {
    const found = resolveAnchor(doc, anchor);
    return found.state === "found" ? { field: found.field, from: found.from, to: found.to } : null;
  };
}

function isSettled({ closed, suggests }: Thread): boolean {
  return closed !== null || (suggests !== null && suggests.outcome !== null);
}

/** What was said in a conversation and not taken back, oldest first. */
export function wordsSaid(thread: Thread, names: Names): readonly Words[] {
  const comments = thread.comments
    .filter(({ withdrawn }) => withdrawn === null)
    .map((comment) => ({ who: names.whoDid(comment), at: comment.at, text: comment.text }));
  const { suggests, started } = thread;
  if (!suggests) return comments;
  const text = [plainText(suggests.after), suggests.because].filter(Boolean).join("\n");
  return [{ who: names.whoDid(started), at: started.at, text }, ...comments];
}

/** What a conversation is, where it is more than a comment. */
function labelOf({ type, position, suggests }: Thread): string {
  if (suggests) return "Suggested wording";
  return position ? stanceWords[position.stance].label : typeLabels[type];
}

export const typeLabels: Readonly<Record<Thread["type"], string>> = {
  comment: "",
  question: "Question",
  objection: "Objection",
  decision: "Decision",
};
