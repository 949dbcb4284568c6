/**
 * A copy of a field to write suggested wording in: lists, links and bold stay what they are. Nothing
 * that is written here is in the text. What it gives out is the whole field.
 */
import "./wording-editor.css";
import { Editor, Extension } from "@tiptap/core";
import { history, redo, undo } from "@tiptap/pm/history";
import { TextSelection } from "@tiptap/pm/state";
import { useEffect, useRef, type ReactNode } from "react";
import type { Field } from "../../../shared/item-kinds.ts";
import type { RichNode, RichText } from "../../../shared/rich-text.ts";
import { fieldLimits } from "../live/field-limits.ts";
import { fillEmpty } from "../live/fill-empty.ts";
import { nodeOfRichText } from "../text/rich-text-node.ts";
import { textOffsets } from "../text/text-offsets.ts";
import { textExtensions } from "../text/text-schema.ts";

export interface WordingEditorProps {
  readonly field: Field;
  /** What it says at first; another `key` begins with another text. */
  readonly text: RichText;
  /** Words to select at first, as offsets in the plain text; null to begin at the end. */
  readonly selected: { readonly from: number; readonly to: number } | null;
  /** Ids of the elements that name and describe it. */
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly isWrong: boolean;
  readonly onChange: (text: RichText) => void;
}

export function WordingEditor(props: WordingEditorProps): ReactNode {
  const { labelledBy, describedBy, isWrong, field } = props;
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const { field: own, text, selected } = latest.current;
    const editor = new Editor({
      element: { mount: element },
      injectCSS: false,
      content: nodeOfRichText(text).toJSON() as Record<string, unknown>,
      enableInputRules: own.lines === "several" ? ["bulletList", "orderedList"] : false,
      enablePasteRules: false,
      extensions: [...textExtensions, fieldLimits(own), fillEmpty(), ownUndo],
      onUpdate: ({ editor: now }) => latest.current.onChange(textOf(now)),
    });
    const { view, state } = editor;
    const { positionOf } = textOffsets(state.doc);
    const end = state.doc.content.size;
    const [from, to] = selected ? [positionOf(selected.from), positionOf(selected.to)] : [end, end];
    const selection = TextSelection.between(state.doc.resolve(from), state.doc.resolve(to));
    view.dispatch(state.tr.setSelection(selection).scrollIntoView());
    view.focus();
    return () => editor.destroy();
  }, []);

  return (
    <div
      ref={place}
      className="field-input field-text wording-editor"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input holds no lists and links
      role="textbox"
      tabIndex={0}
      aria-multiline={field.lines === "several"}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={isWrong ? true : undefined}
    />
  );
}

/** Undo of its own: nobody else writes here. */
const ownUndo = Extension.create({
  name: "ownUndo",
  addProseMirrorPlugins: () => [history()],
  addKeyboardShortcuts() {
    const { editor } = this;
    const run = (what: typeof undo) => () => what(editor.state, editor.view.dispatch);
    return { "Mod-z": run(undo), "Mod-y": run(redo), "Mod-Shift-z": run(redo) };
  },
});

function textOf({ state }: Editor): RichText {
  const { content = [] } = state.doc.toJSON() as { content?: readonly RichNode[] };
  return { type: "doc", content };
}
