/**
 * Takes in where the browser has put the caret before a key is answered. A browser tells of a moved
 * caret a moment later; on a busy machine the next key can come first, and Enter in the middle of a
 * sentence would then be taken for Enter at its end.
 */
import { AllSelection, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

export function readSelection(view: EditorView): void {
  const shown = getSelection();
  const { anchorNode, focusNode } = shown ?? {};
  const { selection, doc, tr } = view.state;
  const isOfText = selection instanceof TextSelection;
  const isWhole = selection instanceof AllSelection && shown?.isCollapsed === true;
  if (!shown || !anchorNode || !focusNode || view.composing || (!isOfText && !isWhole)) return;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  const anchor = view.posAtDOM(anchorNode, shown.anchorOffset);
  const head = view.posAtDOM(focusNode, shown.focusOffset);
  if (anchor === selection.anchor && head === selection.head) return;
  const now = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
  if (!now.eq(selection)) view.dispatch(tr.setSelection(now));
}
