/**
 * A person's own undo, one for the whole statement. Promises to take back only what this person did
 * on this page, and never a paragraph, list or table in which somebody else has written meanwhile.
 */
import { defaultDeleteFilter, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { itemsOf } from "../../shared/items.ts";
import { localAct } from "./local-act.ts";

/** Kept as long as anything is in them; one's own words in them go first. */
const kept = new Set([
  "paragraph",
  "bulletList",
  "orderedList",
  "listItem",
  "table",
  "tableRow",
  "tableHeader",
  "tableCell",
]);

export function makeOwnUndo(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager(itemsOf(doc), {
    trackedOrigins: new Set<unknown>([localAct, ySyncPluginKey]),
    ignoreRemoteMapChanges: false,
    deleteFilter: (item) => defaultDeleteFilter(item, kept),
    // What the editor puts right by itself is no step of anybody's.
    captureTransaction: (transaction) => transaction.meta.get("addToHistory") !== false,
  });
}
