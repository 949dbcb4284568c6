/** Says on the field's element that nothing is written in it, as `drawText` does where there is no editor. */
import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { hasHighlights } from "./highlight-plugin.ts";

export function emptyPlugin(): Extension {
  return Extension.create({
    name: "empty",
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          attributes: (state): Record<string, string> => {
            const { childCount, firstChild } = state.doc;
            const isEmpty =
              childCount === 1 && firstChild?.isTextblock === true && firstChild.childCount === 0;
            // Words that are suggested for it stand there.
            return isEmpty && !hasHighlights(state) ? { "data-empty": "" } : {};
          },
        },
      }),
    ],
  });
}
