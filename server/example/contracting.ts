/** The last section of the example: how the boroughs mean to buy. */
import type { ExampleItem } from "./example-types.ts";

export const contracting: readonly ExampleItem[] = [
  { key: "contracting", kind: "section", by: "priya", fields: { title: "Contracting approach" } },
  {
    key: "one-procurement",
    kind: "text",
    by: "priya",
    fields: {
      body: "Camden runs one procurement for the three boroughs under the Procurement Act 2023. Each borough makes its own decision to award, signs its own contract and pays only for what it uses. A borough can start later than the others, or leave, without changing the price for the rest.\n\nWhat is written here is the same for all three boroughs unless the item says that it differs for one of them.",
    },
  },
  {
    key: "steps",
    kind: "text",
    by: "priya",
    fields: {
      body: [
        { type: "paragraph", text: ["The steps:"] },
        {
          type: "orderedList",
          items: [
            ["Publish a preliminary market engagement notice and ask suppliers about this draft."],
            ["Each borough agrees to the exact text."],
            ["Publish the tender notice, with this statement."],
            ["Assess the tenders, with assessors from all three boroughs."],
            [
              "Send the assessment summaries, publish the contract award notice and wait for the standstill period to end.",
            ],
            ["Each borough signs its contract."],
          ],
        },
      ],
    },
    notes: "Dates to be agreed when Hackney's works contract is clear.",
  },
];
