/**
 * Paste: what is too much is refused in words, and what has several paragraphs comes in as one and
 * can then be made one item each.
 */
import { Extension } from "@tiptap/core";
import type { Node, Slice } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";

/** More than a long report; what is longer belongs in an import. */
export const longestPaste = 100_000;
const longestHtml = 5_000_000;

export interface PasteHands {
  refusePaste(letters: number): void;
  /** Called around what is put in, so that it is one step of undo. */
  closeStep(): void;
  /** Several paragraphs or points of a list came in. */
  offerParts(parts: readonly Node[]): void;
}

/** @param isOffered whether paragraphs here could be items of their own */
export function paste(hands: PasteHands, isOffered: boolean): Extension {
  let parts: readonly Node[] = [];
  return Extension.create({
    name: "pasteParts",
    // Before the field's limits, which may make one line of it.
    priority: 1_200,
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          transformPasted(slice) {
            parts = isOffered ? partsOf(slice) : [];
            return slice;
          },
          handlePaste(view, event, slice) {
            const { clipboardData } = event;
            const letters = clipboardData?.getData("text/plain").length ?? slice.size;
            const html = clipboardData?.getData("text/html").length ?? 0;
            if (letters > longestPaste || slice.size > 2 * longestPaste || html > longestHtml) {
              hands.refusePaste(Math.max(letters, slice.size));
              return true;
            }
            if (parts.length < 2) return false;
            hands.closeStep();
            view.dispatch(
              view.state.tr.replaceSelection(slice).scrollIntoView().setMeta("paste", true),
            );
            hands.closeStep();
            hands.offerParts(parts);
            return true;
          },
        },
      }),
    ],
  });
}

/** Paragraphs and points of lists that have words. */
function partsOf({ content }: Slice): Node[] {
  const parts: Node[] = [];
  content.descendants((node) => {
    if (!node.isTextblock) return true;
    if (node.textContent.trim() !== "") parts.push(node);
    return false;
  });
  return parts;
}
