/** A requirement: its priority as a small word, then what the supplier must do. */
import type { ReactNode } from "react";
import type { BodyProps } from "./body-props.ts";
import { MainField } from "./main-field.tsx";
import { MoreFields } from "./more-fields.tsx";
import { PriorityWord } from "./priority-word.tsx";
import { UnderLine } from "./under-line.tsx";
import { Variations } from "./variations.tsx";

export function RequirementBody(props: BodyProps): ReactNode {
  return (
    <>
      <PriorityWord itemId={props.item.id} priority={props.item.priority} name={props.name} />
      <MainField {...props} />
      <MoreFields {...props} />
      <Variations {...props} />
      <UnderLine itemId={props.item.id} raisedBy={props.item.raisedBy} />
    </>
  );
}
