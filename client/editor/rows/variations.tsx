/**
 * What differs for boroughs, under the item's own fields. Promises that only people of that borough
 * get an editor for it, and that all of it is shown, unless the statement is read as one borough's.
 */
import { memo, useCallback, useMemo, type ReactNode } from "react";
import type { Variation } from "../../../shared/items.ts";
import { hasWords } from "../../../shared/plain-text.ts";
import type { RecordState } from "../../../shared/record-state.ts";
import { variationField } from "../../../shared/variations.ts";
import { boroughName } from "../../connection/borough-names.ts";
import type { Highlight } from "../../connection/highlights.ts";
import { useMe, useRecord } from "../../connection/hooks.ts";
import { useAskedField } from "../controller/asked-fields.ts";
import { variationDefinition } from "../text/item-fields.ts";
import type { BodyProps } from "./body-props.ts";
import { useEditor } from "./editor-context.tsx";
import { FieldText, noHighlights } from "./field-text.tsx";

export function Variations({ item, name, highlights }: BodyProps): ReactNode {
  const { controller, readAs } = useEditor();
  const asked = useAskedField(controller, item.id);
  return item.variations.map((variation) => {
    const field = variationField(variation.key);
    const isShown = hasWords(variation.text) || asked.includes(field);
    if (!isShown || (readAs !== null && variation.boroughId !== readAs)) return null;
    return (
      <Differs
        key={variation.key}
        itemId={item.id}
        name={name}
        variation={variation}
        highlights={highlights.get(field) ?? noHighlights}
      />
    );
  });
}

interface DiffersProps {
  readonly itemId: string;
  readonly name: string;
  readonly variation: Variation;
  readonly highlights: readonly Highlight[];
}

const Differs = memo(function Differs({
  itemId,
  name,
  variation,
  highlights,
}: DiffersProps): ReactNode {
  const { key, boroughId, text } = variation;
  const me = useMe();
  const borough = useRecord(
    useCallback((record: RecordState) => boroughName(record, boroughId), [boroughId]),
  );
  const field = useMemo(() => variationDefinition(key, borough), [key, borough]);
  return (
    <div className="more-field more-field-differs">
      <span className="more-field-label">{field.label}</span>
      <FieldText
        itemId={itemId}
        field={field}
        text={text}
        name={`${field.label}, ${name}`}
        highlights={highlights}
        isOthers={boroughId !== me.boroughId}
      />
    </div>
  );
});
