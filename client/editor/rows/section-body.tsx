/** A section: its title, as a heading. */
import type { ReactNode } from "react";
import { itemKinds } from "../../../shared/item-kinds.ts";
import type { BodyProps } from "./body-props.ts";
import { FieldText, noHighlights } from "./field-text.tsx";

const [title] = itemKinds.section.fields;

export function SectionBody({ item, highlights }: BodyProps): ReactNode {
  // The page's own title is the first heading.
  const Heading = (["h2", "h3", "h4"] as const)[item.level - 1] ?? "h2";
  const text = title && item.fields[title.name];
  if (!title || !text) return null;
  return (
    <Heading className="section-title">
      <FieldText
        itemId={item.id}
        field={title}
        text={text}
        name="Section title"
        highlights={highlights.get(title.name) ?? noHighlights}
      />
    </Heading>
  );
}
