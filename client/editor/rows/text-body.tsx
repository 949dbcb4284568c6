/** Plain text: background, contract terms, tables. */
import type { ReactNode } from "react";
import { itemKinds } from "../../../shared/item-kinds.ts";
import type { BodyProps } from "./body-props.ts";
import { FieldText, noHighlights } from "./field-text.tsx";
import { Variations } from "./variations.tsx";

const [body] = itemKinds.text.fields;

export function TextBody(props: BodyProps): ReactNode {
  const { item, highlights } = props;
  const text = body && item.fields[body.name];
  if (!body || !text) return null;
  return (
    <>
      <FieldText
        itemId={item.id}
        field={body}
        text={text}
        name="Text"
        highlights={highlights.get(body.name) ?? noHighlights}
      />
      <Variations {...props} />
    </>
  );
}
