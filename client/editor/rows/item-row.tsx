/**
 * One item as a passage of the document: its reference in the margin, its words the largest thing,
 * a quiet line beneath. Renders only when the item itself changes, and not by the keys of
 * whoever writes in it here.
 */
import { memo, useCallback, type KeyboardEvent, type ReactNode } from "react";
import { itemKinds } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { useRecord } from "../../connection/hooks.ts";
import { itemElementId } from "../../connection/item-address.ts";
import { useEditor } from "./editor-context.tsx";
import { ItemMargin } from "./item-margin.tsx";
import { itemRowKey } from "./item-row-key.ts";
import { NeedBody } from "./need-body.tsx";
import { OutcomeBody } from "./outcome-body.tsx";
import { PeopleHere } from "./people-here.tsx";
import { RequirementBody } from "./requirement-body.tsx";
import { SectionBody } from "./section-body.tsx";
import { TextBody } from "./text-body.tsx";
import { useShownRow } from "./use-shown-row.ts";
import type { BodyProps } from "./body-props.ts";

const bodies: Readonly<Record<Item["kind"], (props: BodyProps) => ReactNode>> = {
  section: SectionBody,
  text: TextBody,
  outcome: OutcomeBody,
  need: NeedBody,
  requirement: RequirementBody,
};

export const ItemRow = memo(function ItemRow({ id }: { readonly id: string }): ReactNode {
  const reference = useRecord(useCallback((record) => record.references.get(id) ?? null, [id]));
  const { item, drawing } = useShownRow(id);
  const { controller } = useEditor();
  if (!item) return null;

  const { kind } = item;
  const { highlights, asIf } = drawing;
  const shown =
    asIf.size === 0 ? item : { ...item, fields: { ...item.fields, ...Object.fromEntries(asIf) } };
  const { label, referenceLetter } = itemKinds[kind];
  const name = referenceLetter === null ? label : `${label} ${reference ?? "new"}`;
  const Body = bodies[kind];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target === event.currentTarget && itemRowKey(controller, id, event.nativeEvent))
      event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the item takes the focus as a whole after Escape, and the arrows then walk from item to item
    <article
      id={itemElementId(id)}
      className={`item item-${kind}${kind === "section" ? ` item-level-${item.level}` : ""}`}
      data-item={id}
      aria-label={name}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <ItemMargin itemId={id} kind={kind} reference={reference} name={name} />
      <PeopleHere itemId={id} />
      <div className="item-body">
        <Body item={shown} reference={reference} name={name} highlights={highlights} />
      </div>
    </article>
  );
});
