/** The field that carries an item's own words. */
import type { ReactNode } from "react";
import { itemKinds, mainField } from "../../../shared/item-kinds.ts";
import type { BodyProps } from "./body-props.ts";
import { FieldText, noHighlights } from "./field-text.tsx";

export function MainField({ item, name, highlights }: BodyProps): ReactNode {
  const field = itemKinds[item.kind].fields.find((one) => one.name === mainField(item.kind));
  const text = field && item.fields[field.name];
  if (!field || !text) return null;
  return (
    <FieldText
      itemId={item.id}
      field={field}
      text={text}
      name={name}
      highlights={highlights.get(field.name) ?? noHighlights}
    />
  );
}
