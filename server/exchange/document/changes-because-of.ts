/**
 * What the text says differently because of a conversation, or since it: the wording that was accepted, or
 * what stands now where the quoted words stood.
 */
import * as Y from "yjs";
import { resolveAnchor } from "../../../shared/anchors.ts";
import { changedSince } from "../../../shared/changed-since.ts";
import { addItem, type Item } from "../../../shared/items.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { RecordState } from "../../../shared/record-state.ts";
import { differenceOf, type Piece } from "../../../shared/text-difference.ts";
import type { Suggestion, Thread } from "../../../shared/thread.ts";

/** In a few words; "" when nothing changed. */
export function changesBecauseOf(thread: Thread, item: Item, record: RecordState): string {
  const { suggests, position, anchor } = thread;
  if (suggests) return changesBySuggestion(suggests);
  const standing = position && record.positions.get(item.id)?.get(position.boroughId);
  if (standing && standing.threadId === thread.id) {
    const changes = changedSince(standing.seen, item, standing.boroughId);
    const words = changes.flatMap((change) =>
      "pieces" in change ? changeWords(change.pieces) : [],
    );
    return words.length > 0 ? words.join(" ") : changes.length > 0 ? "The item changed since." : "";
  }
  if (!anchor.words) return "";
  const doc = new Y.Doc();
  addItem(doc, item);
  const now = resolveAnchor(doc, anchor);
  if (!now.changed) return "";
  const { quote } = anchor.words;
  return now.now.trim() === ""
    ? `“${quote}” is not there any more.`
    : `“${quote}” is now “${now.now}”.`;
}

function changesBySuggestion({ before, after, outcome }: Suggestion): string {
  if (outcome?.state !== "accepted") return "";
  if (outcome.how === "already-said") return "The text said so already.";
  const words = changeWords(differenceOf(plainText(before), plainText(after)));
  return words.length > 0 ? words.join(" ") : "Only the formatting changed.";
}

/** "“within a day” became “within 4 hours”." for each place. */
function changeWords(pieces: readonly Piece[]): string[] {
  const changes: { gone: string; come: string }[] = [];
  let open = false;
  for (const { state, text } of pieces) {
    if (state === "same") {
      // A space between two changed words does not part them.
      if (open && text.trim() === "") {
        const last = changes.at(-1);
        if (last) changes[changes.length - 1] = { gone: last.gone + text, come: last.come + text };
      } else open = false;
      continue;
    }
    if (!open) changes.push({ gone: "", come: "" });
    open = true;
    const last = changes.at(-1);
    if (last) last[state === "gone" ? "gone" : "come"] += text;
  }
  return changes.map(({ gone, come }) => {
    const [was, is] = [gone.trim(), come.trim()];
    if (was === "") return `“${is}” came in.`;
    return is === "" ? `“${was}” went.` : `“${was}” became “${is}”.`;
  });
}
