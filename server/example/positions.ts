/** What the boroughs of the example say about its needs and requirements, as far as they have come. */
import type { ExamplePosition, ExampleProposal } from "./example-types.ts";

/** Who says it for which borough. */
const speakers = { camden: "priya", hackney: "tom", southwark: "grace" } as const;

/** On these the boroughs named agree with the text as it is. */
const agreed: Readonly<Record<string, readonly (keyof typeof speakers)[]>> = {
  "report-any-time": ["camden", "hackney", "southwark"],
  "hazard-recognised": ["southwark", "camden", "hackney"],
  "appointment-that-fits": ["hackney", "southwark", "camden"],
  "without-internet": ["southwark", "camden", "hackney"],
  "know-who-is-coming": ["camden", "hackney"],
  "act-for-someone": ["hackney"],
  "whole-story": ["camden", "southwark"],
  "ready-at-the-door": ["hackney", "camden", "southwark"],
  "in-time-to-act": ["camden", "hackney"],
  "leaseholder-whose-job": ["southwark", "camden"],
  "same-figures": ["camden", "southwark", "hackney"],
  "report-online": ["camden", "hackney", "southwark"],
  "describe-the-problem": ["hackney"],
  "hazard-questions": ["southwark", "camden", "hackney"],
  "hazard-dates": ["southwark", "camden", "hackney"],
  "same-record": ["camden", "hackney"],
  "chosen-channel": ["southwark", "hackney"],
  "automated-chat": ["camden", "southwark", "hackney"],
  "book-when-reporting": ["camden", "southwark"],
  "two-hour-windows": ["southwark", "camden", "hackney"],
  "change-a-booking": ["hackney", "camden"],
  // Before the words about vans that cannot be tracked.
  "visit-messages": ["camden", "southwark"],
  "missed-visits": ["southwark", "camden"],
  "follow-progress": ["camden", "southwark"],
  "work-offline": ["hackney", "southwark"],
  "risks-before-arrival": ["hackney", "camden", "southwark"],
  "book-the-next-visit": ["hackney"],
  "proof-of-work": ["camden", "southwark"],
  "at-risk-list": ["camden", "hackney", "southwark"],
  // Before wards were left out of the map.
  "repairs-map": ["southwark"],
  "one-view": ["camden", "southwark"],
  "open-api": ["camden", "hackney"],
  "regulator-measures": ["camden", "hackney", "southwark"],
  "take-data-out": ["camden", "southwark", "hackney"],
  accessible: ["camden", "hackney", "southwark"],
  "personal-data": ["camden"],
};

export const positions: readonly ExamplePosition[] = [
  ...Object.entries(agreed).flatMap(([item, boroughs]) =>
    boroughs.map((borough) => ({ item, by: speakers[borough], stance: "agree" as const })),
  ),
  {
    item: "know-who-is-coming",
    by: "grace",
    stance: "agree",
    priority: "must",
  },
  {
    item: "describe-the-problem",
    by: "priya",
    stance: "agree",
    priority: "should",
  },
  {
    item: "act-for-someone",
    by: "grace",
    stance: "agree-with-change",
    words: "Also for a social worker, for as long as the resident allows it.",
  },
  {
    item: "chosen-channel",
    by: "priya",
    stance: "agree-with-change",
    words:
      "Letters from the second year on. In the first year we could only send them from the system that we have.",
    answers: [
      {
        by: "grace",
        text: "Then people without a phone would hear nothing for a year. Could a letter from your present system count?",
      },
    ],
  },
  {
    item: "book-when-reporting",
    by: "tom",
    stance: "agree-with-change",
    words: "Two appointments are enough for trades of which a borough has one operative.",
  },
  {
    item: "missed-visits",
    by: "tom",
    stance: "object",
    words:
      "Nobody is on duty after 5pm who could offer another date. We could do it by noon on the next working day.",
    answers: [
      {
        by: "grace",
        text: "A resident who waited all day should hear on that day. Would a message the same day and a new date by noon do?",
      },
      { by: "tom", text: "That would do. I will change our answer once it is written like that." },
    ],
    askedToClose: {
      by: "grace",
      text: "You say that noon on the next working day would do, and Camden wants to write it so.",
    },
  },
  {
    item: "open-api",
    by: "grace",
    stance: "object",
    words:
      "As a must this may leave us with one bidder. Everything that staff can do is a lot: which parts does one of us need on the first day?",
    priority: "should",
  },
  { item: "whole-story", by: "tom", stance: "does-not-apply" },
  { item: "one-view", by: "tom", stance: "does-not-apply" },
  { item: "repairs-map", by: "tom", stance: "does-not-apply" },
];

/** What people who do not agree for their borough propose that it says. */
export const proposals: readonly ExampleProposal[] = [
  {
    item: "personal-data",
    by: "marek",
    stance: "agree-with-change",
    words:
      "Dates have to be set for each kind of record, or photos of a neighbour's home stay for as long as the job does.",
  },
];
