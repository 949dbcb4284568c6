/** A need, read as one sentence: "As a… I need to… so that…", each part a line to write in. */
import { Fragment, type ReactNode } from "react";
import { itemKinds } from "../../../shared/item-kinds.ts";
import { needLead, type NeedParts } from "../../../shared/need-sentence.ts";
import { hasWords, plainText } from "../../../shared/plain-text.ts";
import type { BodyProps } from "./body-props.ts";
import { useEditor } from "./editor-context.tsx";
import { FieldText, noHighlights } from "./field-text.tsx";
import { MoreFields } from "./more-fields.tsx";
import { PriorityWord } from "./priority-word.tsx";
import { UnderLine } from "./under-line.tsx";
import { Variations } from "./variations.tsx";

export function NeedBody(props: BodyProps): ReactNode {
  return (
    <>
      <PriorityWord itemId={props.item.id} priority={props.item.priority} name={props.name} />
      <NeedSentence {...props} />
      <MoreFields {...props} />
      <Variations {...props} />
      <UnderLine itemId={props.item.id} raisedBy={props.item.raisedBy} />
    </>
  );
}

function NeedSentence({ item, name, highlights }: BodyProps): ReactNode {
  const { mayWrite } = useEditor();
  const parts = itemKinds.need.fields.filter((field) => field.lead !== undefined);
  return (
    <div className="item-sentence">
      {parts.map((field, number) => {
        const text = item.fields[field.name];
        // A need that was written as one piece has no "As a" before it for those who only read.
        const isShown = mayWrite || hasWords(text) || highlights.has(field.name);
        if (!text || !isShown) return null;
        const lead = needLead(field.name as keyof NeedParts, plainText(text));
        return (
          <Fragment key={field.name}>
            {number > 0 && " "}
            {lead !== "" && <span className="need-lead">{lead} </span>}
            <FieldText
              itemId={item.id}
              field={field}
              text={text}
              name={`${field.label}, ${name}`}
              highlights={highlights.get(field.name) ?? noHighlights}
              inLine
            />
            {number === 0 && hasWords(text) && <span className="need-lead">,</span>}
          </Fragment>
        );
      })}
    </div>
  );
}
