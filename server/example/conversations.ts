/** The inline conversations of the example, most of them still open, as officers have them while writing. */
import type { ExampleThread } from "./example-types.ts";

export const threads: readonly ExampleThread[] = [
  {
    item: "two-hour-windows",
    field: "statement",
    quote: "windows of two hours or less",
    assigned: { to: "tom", by: "priya", due: "2027-01-29" },
    comments: [
      {
        by: "tom",
        text: "Our works contractor is paid for four-hour windows until the end of March. If this applies from the first day, we would have to change that contract early. Can it start later for Hackney?",
      },
      {
        by: "grace",
        text: "I would not like to lose two hours. It is what residents asked us for.",
      },
      {
        by: "priya",
        text: "Then we keep two hours for everyone and let a borough start it later. @Tom Whitfield, would 1 April work, if changing the length of the window costs nothing extra?",
      },
      {
        by: "tom",
        text: "Yes, in principle. I will check with our contract manager and come back.",
      },
    ],
  },
  {
    item: "open-api",
    field: "statement",
    quote: "a documented API",
    type: "question",
    comments: [
      {
        by: "marek",
        text: 'Digital and IT view: "documented" can mean a PDF on request. Can we ask for an open API, described in OpenAPI and published where anyone can read it, with notice before anything changes?',
      },
      {
        by: "priya",
        text: "Happy to. How much notice is usual? I do not want to put off smaller suppliers.",
      },
      {
        by: "marek",
        text: "Six months for a change that breaks something. And we need to be told when a job changes, so that our systems do not have to keep asking.",
      },
    ],
  },
  {
    item: "hazard-dates",
    field: "statement",
    quote: "every date set by",
    comments: [
      {
        by: "grace",
        text: "The government has said that more kinds of hazard will come under the law in later phases. Will we pay for a change each time?",
      },
      { by: "helen", text: "We should not. The supplier knows this is coming as well as we do." },
    ],
    closed: {
      by: "priya",
      text: "Added to the measure: ready on the day a change comes into force, at no extra charge.",
    },
  },
  {
    item: "first-visit",
    field: "body",
    quote: "finished at the first visit",
    comments: [
      {
        by: "tom",
        text: "Nothing below gets us this. We have a requirement for booking the second visit, but none for having the right parts and enough time on the first.",
      },
      {
        by: "helen",
        text: "Some of it belongs in the works contracts. But the service could show the operative what was fitted last time. Shall I draft something?",
      },
    ],
  },
  {
    item: "repairs-map",
    field: "statement",
    quote: "on a map",
    comments: [
      {
        by: "priya",
        text: "Which need is this for? I cannot find one. If nobody asked for it, suppliers will still price it.",
      },
      {
        by: "helen",
        text: "Our area managers liked it in a demonstration. I will ask them what they would do with it.",
      },
    ],
  },
  {
    item: "leaseholder-whose-job",
    field: "iNeed",
    quote: "mine or the council's",
    comments: [
      {
        by: "grace",
        text: "We have this need and no requirement for it. Leases differ, so I think the answer has to be general, with a way to ask about your own lease.",
      },
      { by: "priya", text: "Agreed. Can you draft a requirement? Camden would share it." },
    ],
  },
  {
    item: "act-for-someone",
    field: "metWhen",
    quote: "take the permission back",
    comments: [
      {
        by: "tom",
        text: "This is a must for us and no requirement covers it yet. Marek, can it be done without making everyone have an account?",
      },
      {
        by: "marek",
        text: "Yes, if the permission is kept with the household and has an end date. A code sent to the resident would do. It should go into our data protection impact assessment.",
      },
    ],
  },
  {
    item: "visit-messages",
    field: "statement",
    quote: "an estimated time of arrival",
    comments: [
      {
        by: "tom",
        text: "Not every contractor's van can be tracked. I will add words for that. Helen, you linked this to the need to know who is coming. Will that still hold?",
      },
    ],
  },
  {
    item: "accessible",
    field: "statement",
    quote: "for residents and for staff",
    comments: [
      {
        by: "marek",
        text: "Does this include the operative's app? Suppliers tend to audit only the public pages.",
      },
      { by: "priya", text: 'It should. I have written "pages, apps and messages".' },
    ],
    closed: { by: "priya", text: "Settled with Marek: the operative's app is included." },
  },
  {
    item: "one-procurement",
    field: "body",
    quote: "A borough can start later than the others, or leave",
    comments: [
      {
        by: "grace",
        text: "Our legal team will want to see how long the notice is. Is that for this statement or for the contract?",
      },
      {
        by: "priya",
        text: "For the contract. I will say so in the draft terms and link to them from here.",
      },
    ],
  },
];
