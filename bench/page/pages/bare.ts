/**
 * The same content in one TipTap editor over one Yjs fragment, with what TipTap's own Collaboration
 * extension adds: y-tiptap's sync and undo plugins. The address says where the server is.
 */
import { Editor, Extension } from "@tiptap/core";
import type { Plugin } from "@tiptap/pm/state";
import { ySyncPlugin, yUndoPlugin } from "@tiptap/y-tiptap";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { textExtensions } from "../../../client/editor/text/text-schema.ts";

const server = new URLSearchParams(location.search).get("server") ?? "";
const doc = new Y.Doc();
const provider = new WebsocketProvider(server, "statement", doc, { disableBc: true });
const collaboration = Extension.create({
  name: "collaboration",
  addProseMirrorPlugins: (): Plugin[] => [
    ySyncPlugin(doc.getXmlFragment("default")) as Plugin,
    yUndoPlugin() as Plugin,
  ],
});
provider.once("sync", () => {
  const element = document.getElementById("page");
  const editor = new Editor({ element, extensions: [...textExtensions, collaboration] });
  document.body.dataset["ready"] = String(editor.state.doc.childCount);
});
