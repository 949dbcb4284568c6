/**
 * A field's words on the page: drawn without an editor until someone works in them. Promises that
 * rendering never touches what the open editor shows.
 */
import { memo, useLayoutEffect, useRef, type ReactNode } from "react";
import type { Field } from "../../../shared/item-kinds.ts";
import type { RichText } from "../../../shared/rich-text.ts";
import { useActiveAmong } from "../../connection/active-thread.ts";
import type { Highlight } from "../../connection/highlights.ts";
import { drawTextIfOther } from "../text/draw-text.ts";
import { nodeOfRichText } from "../text/rich-text-node.ts";
import { useEditor } from "./editor-context.tsx";

interface FieldTextProps {
  readonly itemId: string;
  readonly field: Field;
  readonly text: RichText;
  /** "Requirement R-12" */
  readonly name: string;
  readonly highlights: readonly Highlight[];
  /** Part of a sentence: the words flow with those before and after. */
  readonly inLine?: boolean;
  /** It belongs to another borough, whose people alone write in it. */
  readonly isOthers?: boolean;
}

export const FieldText = memo(function FieldText({
  itemId,
  field,
  text,
  name,
  highlights,
  inLine = false,
  isOthers = false,
}: FieldTextProps): ReactNode {
  const { controller, mayWrite } = useEditor();
  const element = useRef<HTMLDivElement>(null);
  // Read only as long as it is not opened: then it says what it says.
  const isAsIf = highlights.some(({ kind }) => kind === "as-if");
  const activeThread = useActiveAmong(highlights.map(({ threadId }) => threadId));

  useLayoutEffect(() => {
    const here = element.current;
    if (!here) return;
    if (controller.live.isIn(here)) controller.written.draw();
    else drawTextIfOther(here, nodeOfRichText(text), highlights, activeThread);
  }, [controller, text, highlights, activeThread]);

  const writing =
    mayWrite && !isOthers
      ? {
          role: "textbox",
          tabIndex: 0,
          "aria-label": isAsIf ? `${name}, as if accepted` : name,
          "aria-multiline": field.lines === "several",
          "data-hint": field.hint,
        }
      : {};

  return (
    <div
      ref={element}
      className={inLine ? "field-text field-text-in-line" : "field-text"}
      data-item-id={itemId}
      data-field={field.name}
      data-line={inLine ? "" : undefined}
      data-others={isOthers ? "" : undefined}
      data-as-if={isAsIf ? "" : undefined}
      {...writing}
    />
  );
});

export const noHighlights: readonly Highlight[] = [];
