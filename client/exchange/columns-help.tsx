/** Which columns a file may have, with an example to begin from. */
import type { ReactNode } from "react";
import type { ImportColumn } from "../../shared/import-columns.ts";
import { exampleCsv } from "./example-csv.ts";

const columns: readonly { readonly name: ImportColumn; readonly says: string }[] = [
  { name: "kind", says: "need, requirement, outcome, section or text" },
  { name: "reference", says: "what you call it today; search finds it afterwards" },
  { name: "section", says: "the section it goes in; a new one is made where there is none" },
  {
    name: "text",
    says: "its words; “As a…, I need to…, so that…” is taken apart into the parts of a need",
  },
  { name: "priority", says: "must, should, could or wont; also high, medium and low" },
  {
    name: "meets",
    says: "for a requirement: the needs it meets and how far, such as U-1 fully; U-2 partly",
  },
  { name: "borough", says: "who raised it; several with a semicolon between" },
  { name: "notes", says: "working notes, which suppliers never see" },
];

export function ColumnsHelp(): ReactNode {
  return (
    <section className="import-part" aria-labelledby="import-columns">
      <h2 id="import-columns">What the file looks like</h2>
      <p>
        A CSV file with headings in its first line. Only kind and text are needed. From Excel, save
        it as “CSV UTF-8”.
      </p>
      <dl className="import-columns">
        {columns.map(({ name, says }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a
          download="needline-example.csv"
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(exampleCsv)}`}
        >
          Download an example
        </a>
      </p>
    </section>
  );
}
