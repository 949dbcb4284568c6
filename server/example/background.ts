/** The opening of the example: what is bought, what the law asks for, and what should be different. */
import type { ExampleItem } from "./example-types.ts";

export const background: readonly ExampleItem[] = [
  { key: "background", kind: "section", by: "priya", fields: { title: "Background" } },
  {
    key: "about-this-example",
    kind: "text",
    by: "priya",
    fields: {
      body: [
        {
          type: "paragraph",
          text: [
            { text: "This is an example.", bold: true },
            " The people, evidence, comments and plans in it are made up. It says nothing about how Camden, Hackney or Southwark repair homes today.",
          ],
        },
      ],
    },
  },
  {
    key: "what-we-are-buying",
    kind: "text",
    by: "priya",
    fields: {
      body: "Camden, Hackney and Southwark want one digital service for reporting, booking and managing repairs to council homes. Residents, contact centre officers, operatives and repairs managers will all use it.\n\nThe repairs themselves are done by each borough's own teams and works contractors. They are not part of this contract, but they will work from the service every day.",
    },
  },
  {
    key: "scope",
    kind: "text",
    by: "helen",
    fields: {
      body: [
        { type: "paragraph", text: ["The service covers:"] },
        {
          type: "bulletList",
          items: [
            ["responsive repairs inside council homes"],
            ["responsive repairs to shared parts of blocks, such as lifts, door entry and stairs"],
            ["hazards, including damp and mould, from the first report until the home is safe"],
            ["repairs reported by leaseholders that are the council's to do"],
          ],
        },
        { type: "paragraph", text: ["It does not cover:"] },
        {
          type: "bulletList",
          items: [
            ["planned works and major works"],
            ["yearly gas safety checks"],
            ["homes between lettings"],
          ],
        },
      ],
    },
    notes: "Grace is checking whether Southwark wants homes between lettings in a later phase.",
  },
  {
    key: "what-the-law-asks",
    kind: "text",
    by: "helen",
    fields: {
      body: [
        {
          type: "paragraph",
          text: [
            "Section 11 of the Landlord and Tenant Act 1985 makes a council, as the landlord, responsible for the structure and outside of the home, and for the installations that supply water, gas, electricity, sanitation, heating and hot water. Section 10A, which the Social Housing (Regulation) Act 2023 added, lets the government set times for dealing with hazards. The first of these, known as Awaab's Law, have applied since 27 October 2025.",
          ],
        },
        {
          type: "table",
          rows: [
            ["What the landlord does", "Time allowed"],
            [
              "Investigate an emergency hazard and make the home safe",
              "24 hours from becoming aware of it",
            ],
            ["Investigate a significant hazard", "10 working days from becoming aware of it"],
            [
              "Give the tenant a written summary of the findings",
              "3 working days from the end of the investigation",
            ],
            [
              "Make the home safe from a significant hazard",
              "5 working days from the end of the investigation",
            ],
          ],
        },
        {
          type: "paragraph",
          text: [
            "The table is a summary. The regulations also cover further work, exceptions and somewhere else to stay when a home cannot be made safe in time. Read the ",
            {
              text: "government guidance on Awaab's Law",
              link: "https://www.gov.uk/government/publications/awaabs-law-guidance-for-social-landlords/awaabs-law-guidance-for-social-landlords-timeframes-for-repairs-in-the-social-rented-sector",
            },
            ".",
          ],
        },
      ],
    },
  },
];

export const outcomes: readonly ExampleItem[] = [
  {
    key: "what-should-be-different",
    kind: "section",
    by: "priya",
    fields: { title: "What should be different" },
  },
  {
    key: "no-chasing",
    kind: "outcome",
    by: "helen",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      body: "Residents know what is happening with their repair without having to ask.",
      measure:
        "Fewer calls ask about a repair that has already been reported. Each borough counts these calls for 3 months before the service starts, and again a year later.",
    },
  },
  {
    key: "hazards-dealt-with",
    kind: "outcome",
    by: "grace",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      body: "Homes with a hazard are made safe in the time the law allows, and each borough can prove it.",
      measure:
        "For every hazard report, the dates and the proof of each step can be shown within one working day.",
    },
  },
  {
    key: "first-visit",
    kind: "outcome",
    by: "tom",
    raisedBy: ["hackney", "southwark"],
    fields: {
      body: "More repairs are finished at the first visit.",
      measure:
        "The share of repairs finished at the first visit goes up in each borough in the first year, counted in the same way in all three.",
    },
    notes: "We still have to agree what counts as one visit when two trades are needed.",
  },
];
