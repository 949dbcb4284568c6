/** An item's further fields: on the page once they have words or somebody asks for them. */
import type { ReactNode } from "react";
import { hasWords } from "../../../shared/plain-text.ts";
import { useAskedField } from "../controller/asked-fields.ts";
import { furtherFields, textOf } from "../text/item-fields.ts";
import type { BodyProps } from "./body-props.ts";
import { useEditor } from "./editor-context.tsx";
import { FieldText, noHighlights } from "./field-text.tsx";

export function MoreFields({ item, name, highlights }: BodyProps): ReactNode {
  const { controller } = useEditor();
  const asked = useAskedField(controller, item.id);
  return furtherFields(item.kind).map((field) => {
    const text = textOf(item, field.name);
    // One without words is shown too while somebody suggests some.
    const isShown = hasWords(text) || asked.includes(field.name) || highlights.has(field.name);
    if (!isShown || !text) return null;
    return (
      <div key={field.name} className={`more-field more-field-${field.name}`}>
        <span className="more-field-label">{field.label}</span>
        <FieldText
          itemId={item.id}
          field={field}
          text={text}
          name={`${field.label}, ${name}`}
          highlights={highlights.get(field.name) ?? noHighlights}
        />
      </div>
    );
  });
}
