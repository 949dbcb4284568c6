/** The editor of one field as Needline mounts it, alone on an empty page: what a key costs at the least. */
import "../../../client/look.css";
import "../../../client/editor/text/text.css";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { addItem } from "../../../shared/items.ts";
import { richTextFromPlain } from "../../../shared/rich-text.ts";
import { LiveItemStore } from "../../../client/connection/item-store.ts";
import { LiveLeftWords } from "../../../client/connection/left-words.ts";
import { Listeners } from "../../../client/connection/listeners.ts";
import { makeOwnUndo } from "../../../client/connection/own-undo.ts";
import { LivePresenceStore } from "../../../client/connection/presence-store.ts";
import { LiveRecordStore } from "../../../client/connection/record-store.ts";
import { LiveSavedStore } from "../../../client/connection/saved-store.ts";
import type { StatementSession } from "../../../client/connection/statement-session.ts";
import { DocumentController } from "../../../client/editor/controller/document-controller.ts";
import { drawText } from "../../../client/editor/text/draw-text.ts";
import { nodeOfRichText } from "../../../client/editor/text/rich-text-node.ts";

const itemId = "the-only-item";
const field = "statement";
const text = richTextFromPlain(
  "The system must let a resident choose a time for a repair and must tell them when it changes.",
);
const doc = new Y.Doc();
addItem(doc, { id: itemId, kind: "requirement", order: "a0V", fields: { [field]: text } });

const session: StatementSession = {
  statementId: "alone",
  doc,
  me: {
    personId: "ada",
    name: "Ada",
    boroughId: "camden",
    boroughName: "Camden",
    role: "lead",
    agrees: false,
  },
  subscribeMe: () => () => {},
  items: new LiveItemStore(doc),
  record: new LiveRecordStore(),
  presence: new LivePresenceStore(new Awareness(doc), () => []),
  savedState: new LiveSavedStore(() => performance.now(), 0),
  leftWords: new LiveLeftWords(),
  undo: makeOwnUndo(doc),
  noteBell: new Listeners(),
  run: () => Promise.reject(new Error("There is no server here.")),
  close: () => {},
};

const element = document.createElement("div");
element.className = "field-text";
element.dataset["itemId"] = itemId;
element.dataset["field"] = field;
drawText(element, nodeOfRichText(text), [], null);
const page = document.getElementById("page");
page?.append(element);
const controller = new DocumentController(session);
if (page) controller.enter(page);
element.addEventListener("click", () => controller.openElement(element, { at: "end" }));
