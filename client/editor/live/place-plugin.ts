/** Tells the others where one's caret is, whenever it moves among the letters. */
import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { PresenceStore } from "../../connection/presence-store.ts";
import { toLasting } from "./field-binding.ts";

export function placePlugin(
  presence: PresenceStore,
  where: { readonly itemId: string; readonly field: string },
): Extension {
  return Extension.create({
    name: "place",
    addProseMirrorPlugins: () => [
      new Plugin({
        view: () => ({
          update(view, before) {
            const { selection } = view.state;
            const isSame = before.selection.eq(selection) && before.doc.eq(view.state.doc);
            if (isSame || !view.hasFocus()) return;
            presence.setPlace({
              ...where,
              from: toLasting(view.state, selection.anchor),
              to: toLasting(view.state, selection.head),
            });
          },
        }),
      }),
    ],
  });
}
