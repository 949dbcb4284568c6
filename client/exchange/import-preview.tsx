/** What a file would bring in: how much, into which sections, and the first items as they will look. */
import type { ReactNode } from "react";
import { defaultPriorityWords } from "../../shared/item-kinds.ts";
import { boroughName } from "../connection/borough-names.ts";
import { useRecord } from "../connection/hooks.ts";
import type { ImportAnswer, ImportedItem, ImportedSection } from "../connection/import-api.ts";
import { inWords } from "../controls/in-words.ts";
import { count } from "./counts-in-words.ts";

export function ImportPreview({ plan }: { readonly plan: ImportAnswer }): ReactNode {
  return (
    <>
      <section className="import-part" aria-labelledby="import-contents">
        <h2 id="import-contents">Where it goes</h2>
        <ul className="import-sections">
          {plan.contents.map((section) => (
            <li key={section.title}>
              <SectionLine section={section} />
            </li>
          ))}
        </ul>
      </section>
      <section className="import-part" aria-labelledby="import-first">
        <h2 id="import-first">
          {plan.first.length === 1 ? "The first item" : `The first ${plan.first.length} items`}
        </h2>
        <ol className="import-first">
          {plan.first.map((item) => (
            <FirstItem key={`${item.line} ${item.reference} ${item.words}`} item={item} />
          ))}
        </ol>
      </section>
    </>
  );
}

function SectionLine({ section }: { readonly section: ImportedSection }): ReactNode {
  const { title, isNew, outcomes, needs, requirements, texts } = section;
  const what = [
    count(outcomes, "outcome"),
    count(needs, "need"),
    count(requirements, "requirement"),
    count(texts, "passage of text", "passages of text"),
  ].filter((words) => words !== "");
  return (
    <>
      <b>{title === "" ? "Above the first section" : title}</b>
      {isNew ? " (new section)" : null}
      {what.length > 0 ? `: ${inWords(what)}` : null}
    </>
  );
}

function FirstItem({ item }: { readonly item: ImportedItem }): ReactNode {
  const { kind, reference, words, priority, raisedBy } = item;
  const boroughs = useRecord((record) => inWords(raisedBy.map((id) => boroughName(record, id))));
  if (kind === "section") return <li className="import-heading">{words}</li>;
  return (
    <li className="import-item">
      <span className="import-reference">{reference}</span>
      <span className="import-words">
        {priority === null ? null : (
          <span className={`import-priority import-priority-${priority}`}>
            {defaultPriorityWords[priority]}{" "}
          </span>
        )}
        {words}
        {boroughs === "" ? null : <span className="import-raised"> Raised by {boroughs}.</span>}
      </span>
    </li>
  );
}
