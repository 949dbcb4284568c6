/**
 * Which requirement meets which need in the example, what was left out on purpose, and the one change
 * of wording that came after the links were made.
 */
import type {
  ExampleEdit,
  ExampleLeftOut,
  ExampleLink,
  ExampleNeedsNone,
} from "./example-types.ts";

export const links: readonly ExampleLink[] = [
  {
    requirement: "report-online",
    need: "report-any-time",
    quote: "report a repair online at any time of day, on a phone, tablet or computer",
    how: "fully",
    by: "helen",
  },
  {
    requirement: "describe-the-problem",
    need: "report-any-time",
    quote: "lets them add photos or a short video",
    how: "partly",
    because: "It makes reporting easier, but adds to the online form and cannot replace it.",
    by: "tom",
  },
  {
    requirement: "automated-chat",
    need: "report-any-time",
    quote: null,
    how: "partly",
    by: "priya",
  },
  {
    requirement: "hazard-questions",
    need: "hazard-recognised",
    quote:
      "marks the report as a possible emergency hazard, a possible significant hazard or neither",
    how: "fully",
    by: "grace",
  },
  {
    requirement: "hazard-questions",
    need: "hazards-dealt-with",
    quote: "asks the same agreed questions",
    how: "partly",
    because: "It finds the hazard. Making the home safe comes after.",
    by: "grace",
  },
  {
    requirement: "hazard-dates",
    need: "hazard-recognised",
    quote: "From the moment the borough becomes aware of a possible hazard",
    how: "fully",
    by: "grace",
  },
  {
    requirement: "hazard-dates",
    need: "hazards-dealt-with",
    quote: "keeps proof of when each step was done",
    how: "fully",
    by: "helen",
  },
  {
    requirement: "same-record",
    need: "without-internet",
    quote: "reported by phone, in person or by a member of staff on a visit makes the same record",
    how: "fully",
    by: "helen",
  },
  {
    requirement: "chosen-channel",
    need: "without-internet",
    quote: "in which language or format",
    how: "fully",
    by: "grace",
  },
  {
    requirement: "book-when-reporting",
    need: "appointment-that-fits",
    quote: "at least 3 appointments",
    how: "partly",
    because: "It gives a choice of days, but says nothing about how long people wait in.",
    by: "tom",
  },
  {
    requirement: "two-hour-windows",
    need: "appointment-that-fits",
    quote: "windows of two hours or less",
    how: "partly",
    because: "It is only a should, and Hackney cannot offer two hours before April.",
    by: "tom",
  },
  {
    requirement: "change-a-booking",
    need: "appointment-that-fits",
    quote: "change or cancel an appointment",
    how: "partly",
    because: "It helps when plans change.",
    by: "tom",
  },
  {
    requirement: "visit-messages",
    need: "know-who-is-coming",
    quote: "again when the operative is on the way",
    how: "fully",
    by: "helen",
  },
  {
    requirement: "missed-visits",
    need: "no-chasing",
    quote: "tells the resident on the same day",
    how: "partly",
    because: "Only for visits that did not happen.",
    by: "grace",
  },
  {
    requirement: "follow-progress",
    need: "no-chasing",
    quote: "what was agreed, what has been done and what happens next",
    how: "fully",
    by: "helen",
  },
  {
    requirement: "work-offline",
    need: "ready-at-the-door",
    quote: "the day's jobs can be opened",
    how: "partly",
    because: "It keeps the information at hand, but does not say what it is.",
    by: "tom",
  },
  {
    requirement: "risks-before-arrival",
    need: "ready-at-the-door",
    quote: null,
    how: "fully",
    by: "tom",
  },
  {
    requirement: "book-the-next-visit",
    need: "no-chasing",
    quote: "agrees the next appointment with the resident before leaving",
    how: "partly",
    because: "Only for repairs that take more than one visit.",
    by: "tom",
  },
  {
    requirement: "proof-of-work",
    need: "whole-story",
    quote: "what was found and what was done",
    how: "partly",
    because: "It is the part of the story that happens in the home.",
    by: "helen",
  },
  {
    requirement: "proof-of-work",
    need: "hazards-dealt-with",
    quote: "photos from before and after",
    how: "partly",
    by: "helen",
  },
  {
    requirement: "at-risk-list",
    need: "in-time-to-act",
    quote: "every job that may miss a date",
    how: "fully",
    by: "helen",
  },
  {
    requirement: "one-view",
    need: "whole-story",
    quote: "on one screen, all open and past repairs of a home",
    how: "fully",
    by: "helen",
  },
  {
    requirement: "open-api",
    need: "whole-story",
    quote: "documented API",
    how: "partly",
    because: "Officers can see repairs in the housing management system too.",
    by: "marek",
  },
  {
    requirement: "regulator-measures",
    need: "same-figures",
    quote: "by the definitions of the Regulator of Social Housing",
    how: "partly",
    because: "Only one measure. First visits, missed visits and cost are not defined yet.",
    by: "priya",
  },
  {
    requirement: "take-data-out",
    need: "same-figures",
    quote: "all of its data",
    how: "partly",
    because: "We could count for ourselves, but nothing makes the data look the same.",
    by: "marek",
  },
];

export const leftOut: readonly ExampleLeftOut[] = [
  {
    need: "missed-visit-money",
    why: "Each borough has its own compensation policy and pays through its own finance system. We agreed to keep this out of the contract and to look at it again after the first year.",
    by: "priya",
  },
];

export const needsNone: readonly ExampleNeedsNone[] = [
  {
    requirement: "accessible",
    why: "The Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 ask for it.",
    by: "priya",
  },
  {
    requirement: "personal-data",
    why: "Article 28 of the UK GDPR asks for it.",
    by: "priya",
  },
];

export const laterEdits: readonly ExampleEdit[] = [
  {
    item: "visit-messages",
    field: "statement",
    replace: "and an estimated time of arrival",
    with: "and, where the van can be tracked, an estimated time of arrival",
    by: "tom",
  },
  {
    item: "repairs-map",
    field: "statement",
    replace: "by estate, block and ward",
    with: "by estate and block",
    by: "helen",
  },
];
