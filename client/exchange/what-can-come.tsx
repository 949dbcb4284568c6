/** Which files may come in, with an example to begin from. */
import type { ReactNode } from "react";
import { exampleCsv } from "./example-csv.ts";

const files: readonly { readonly name: string; readonly says: string }[] = [
  {
    name: "Excel or CSV",
    says: "Any table with a row an item. You say what its columns mean, and Needline remembers it.",
  },
  {
    name: "Word (.docx)",
    says: "Headings become sections. Paragraphs, list items and table rows become items whose kind you can change. Tracked changes in a statement that comes back are offered as suggested wording.",
  },
  { name: "ReqIF", says: ".reqif or .reqifz from another requirements tool, with its links." },
  { name: "Needline’s JSON", says: "A whole statement that was exported from Needline." },
];

export function WhatCanCome(): ReactNode {
  return (
    <section className="import-part" aria-labelledby="import-files">
      <h2 id="import-files">What can come in</h2>
      <dl className="import-files">
        {files.map(({ name, says }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p>
        At most 10 MB and 10,000 rows. What you exported from Needline comes back to the same items.
      </p>
      <p>
        <a
          download="needline-example.csv"
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(exampleCsv)}`}
        >
          Download an example CSV file
        </a>
      </p>
    </section>
  );
}
