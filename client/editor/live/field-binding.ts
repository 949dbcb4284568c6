/**
 * Ties an editor to a field's Yjs fragment with y-tiptap's sync plugin and nothing more: the undo
 * manager is the statement's, not the editor's, and carets are drawn by our own plugin.
 * See docs/decisions for why this and not the stock collaboration extension.
 */
import { Extension } from "@tiptap/core";
import type { EditorState, Plugin } from "@tiptap/pm/state";
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPlugin,
  ySyncPluginKey,
  type ProsemirrorBinding,
} from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { holdWhileComposing } from "./hold-while-composing.ts";

export function fieldBinding(fragment: Y.XmlFragment): Extension {
  return Extension.create({
    name: "fieldBinding",
    // Before every plugin that reads what this one holds.
    priority: 2_000,
    addProseMirrorPlugins() {
      const sync = ySyncPlugin(fragment) as Plugin<{ binding: ProsemirrorBinding }>;
      const state = sync.spec.state?.init({}, this.editor.state);
      return state ? [sync, holdWhileComposing(state.binding)] : [sync];
    },
  });
}

/** Whether a transaction brings what others (or undo) changed, rather than what is being written here. */
export function comesFromText(transaction: {
  getMeta(key: typeof ySyncPluginKey): unknown;
}): boolean {
  const meta = transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined;
  return meta?.isChangeOrigin === true;
}

/** A position as JSON that stays by its letter whatever others write. */
export function toLasting(state: EditorState, position: number): unknown {
  const binding = bindingOf(state);
  if (!binding) return null;
  const lasting: unknown = absolutePositionToRelativePosition(
    position,
    binding.type,
    binding.mapping,
  );
  return lasting instanceof Y.RelativePosition ? Y.relativePositionToJSON(lasting) : null;
}

/** Where a lasting position is now, or null when it is not in this field. */
export function fromLasting(state: EditorState, lasting: unknown): number | null {
  const binding = bindingOf(state);
  if (!binding || typeof lasting !== "object" || lasting === null) return null;
  try {
    const position = relativePositionToAbsolutePosition(
      binding.doc,
      binding.type,
      Y.createRelativePositionFromJSON(lasting),
      binding.mapping,
    );
    if (position === null) return null;
    return Math.min(Math.max(position, 0), state.doc.content.size);
  } catch {
    // Another page sent it; whatever it is, it is not a position in this field.
    return null;
  }
}

function bindingOf(state: EditorState): ProsemirrorBinding | null {
  const sync = ySyncPluginKey.getState(state) as { binding?: ProsemirrorBinding } | undefined;
  return sync?.binding ?? null;
}
