/**
 * Holds back what others write in this field while a word is being composed here (an input method,
 * or a phone's keyboard, which composes every word): a change of the sentence would break the word off
 * and leave its first letters twice. What is composed is held with it, and written as one edit at the
 * place where it belongs by then.
 */
// oxlint-disable eslint/no-underscore-dangle -- the names are those of the sync plugin's binding, which has no other way in
import type { Node } from "@tiptap/pm/model";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import {
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
  type ProsemirrorBinding,
} from "@tiptap/y-tiptap";
import type * as Y from "yjs";

/** A phone's keyboard may leave a word composing for as long as nobody touches it. */
const longestRestMs = 3_000;
/** ProseMirror takes in what was composed shortly after the composition ends. */
const settleMs = 60;

interface Held {
  /** The document as it and the fragment last agreed. */
  readonly base: Node;
  /** The caret then, in the document and by its letter. */
  readonly caret: number;
  readonly lasting: unknown;
}

/**
 * @param binding of the field's sync plugin, before it has a view
 * @returns the plugin, to stand after the sync plugin
 */
export function holdWhileComposing(binding: ProsemirrorBinding): Plugin {
  let view: EditorView | null = null;
  let held: Held | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const takeIn = binding._observeFunction as (events: unknown, transaction: Y.Transaction) => void;
  binding._observeFunction = (events: unknown, transaction: Y.Transaction): void => {
    const isOwn = transaction.origin === ySyncPluginKey;
    if (!isOwn && (held || view?.composing === true)) {
      held ??= holdFrom(view, binding);
      if (held) {
        wait(longestRestMs);
        return;
      }
    }
    takeIn(events, transaction);
  };
  const write = binding._prosemirrorChanged.bind(binding);
  binding._prosemirrorChanged = (doc): void => {
    if (!held) write(doc);
  };

  const wait = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(release, ms);
  };
  const release = (): void => {
    clearTimeout(timer);
    const last = held;
    held = null;
    if (last && view && !view.isDestroyed) bringTogether(view, binding, last);
  };

  return new Plugin({
    view(own) {
      view = own;
      return {
        destroy() {
          clearTimeout(timer);
          view = null;
        },
      };
    },
    props: {
      handleDOMEvents: {
        compositionupdate() {
          if (held) wait(longestRestMs);
          return false;
        },
        compositionend() {
          if (held) wait(settleMs);
          return false;
        },
        // The field is about to close, or the person goes elsewhere.
        blur() {
          release();
          return false;
        },
      },
    },
  });
}

function holdFrom(view: EditorView | null, binding: ProsemirrorBinding): Held | null {
  // Worked out by the sync plugin before the change from elsewhere came in.
  const before = binding.beforeTransactionSelection as { head?: unknown } | null;
  if (!view || !before?.head) return null;
  const { doc, selection } = view.state;
  return { base: doc, caret: selection.head, lasting: before.head };
}

/** Takes in what others wrote, then writes what was composed meanwhile. */
function bringTogether(view: EditorView, binding: ProsemirrorBinding, held: Held): void {
  const { base, caret, lasting } = held;
  const mine = view.state.doc;
  const caretNow = view.state.selection.head;
  const start = base.content.findDiffStart(mine.content);
  const end = base.content.findDiffEnd(mine.content);
  binding._forceRerender();
  const at = relativePositionToAbsolutePosition(
    binding.doc,
    binding.type,
    lasting,
    binding.mapping,
  );
  if (at === null) return;
  const { doc, tr } = view.state;
  if (start === null || end === null) {
    view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(at))));
    return;
  }
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const [oldEnd, newEnd] = [end.a + overlap, end.b + overlap];
  let from = Math.max(0, at - (caret - start));
  let to = Math.min(doc.content.size, from + oldEnd - start);
  if (textOf(doc, from, to) !== textOf(base, start, oldEnd)) {
    // Others changed the very letters that were being composed over: nothing of theirs is taken away.
    from = at;
    to = at;
  }
  tr.replace(from, to, mine.slice(start, newEnd));
  const caretThen = Math.min(tr.doc.content.size, from + Math.max(0, caretNow - start));
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(caretThen))));
}

function textOf(doc: Node, from: number, to: number): string {
  return doc.textBetween(from, to, "\n");
}
