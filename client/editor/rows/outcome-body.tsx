/** An outcome: what should be different afterwards, and how one would tell. */
import type { ReactNode } from "react";
import type { BodyProps } from "./body-props.ts";
import { MainField } from "./main-field.tsx";
import { MoreFields } from "./more-fields.tsx";
import { UnderLine } from "./under-line.tsx";
import { Variations } from "./variations.tsx";

export function OutcomeBody(props: BodyProps): ReactNode {
  return (
    <>
      <MainField {...props} />
      <MoreFields {...props} />
      <Variations {...props} />
      <UnderLine itemId={props.item.id} raisedBy={props.item.raisedBy} />
    </>
  );
}
