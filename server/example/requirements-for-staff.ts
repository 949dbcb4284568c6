/** What the supplier has to do for staff and for the boroughs: doing the work, and data and integration. */
import type { ExampleItem } from "./example-types.ts";

export const doingTheWork: readonly ExampleItem[] = [
  { key: "doing-the-work", kind: "section", by: "tom", fields: { title: "Doing the work" } },
  {
    key: "work-offline",
    kind: "requirement",
    priority: "must",
    by: "tom",
    raisedBy: ["hackney", "southwark"],
    fields: {
      statement:
        "The operative's app works without a mobile signal: the day's jobs can be opened, work, materials and photos can be recorded, and everything is sent when the signal returns.",
      measure:
        "Shown with the signal off for 4 hours and the phone restarted once. Nothing that was recorded is lost.",
      rationale: "Basements, plant rooms and lift shafts often have no signal.",
    },
  },
  {
    key: "risks-before-arrival",
    kind: "requirement",
    priority: "must",
    by: "tom",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      statement:
        "Before setting off, the operative sees the asbestos information held for the home, any safety warning for visiting staff, and what the household needs from the visit, such as time to answer the door.",
      measure: "The app does not let a job be started until these have been opened.",
      rationale:
        "Only what the operative needs for that visit is shown, and only to the person doing it.",
    },
  },
  {
    key: "book-the-next-visit",
    kind: "requirement",
    priority: "should",
    by: "tom",
    raisedBy: ["hackney"],
    fields: {
      statement:
        "When a job cannot be finished in one visit, the operative agrees the next appointment with the resident before leaving.",
      measure: "At least 80% of further visits are booked before the operative leaves the home.",
      rationale: "",
    },
  },
  {
    key: "proof-of-work",
    kind: "requirement",
    priority: "should",
    by: "helen",
    raisedBy: ["camden", "southwark"],
    fields: {
      statement:
        "The operative records what was found and what was done, with photos from before and after, and nobody can change the record later without it showing.",
      measure: "Every change shows who made it, when, and what was there before.",
      rationale: "The record may be needed as evidence in a disrepair claim.",
    },
  },
  {
    key: "at-risk-list",
    kind: "requirement",
    priority: "must",
    by: "helen",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      statement:
        "Repairs managers see, in one list, every job that may miss a date set by law or agreed with the resident, in order of the time left.",
      measure:
        "Possible emergency hazards are listed at once. Other jobs are listed at least 2 working days before their date.",
      rationale: "",
    },
  },
  {
    key: "repairs-map",
    kind: "requirement",
    priority: "could",
    by: "helen",
    raisedBy: ["camden"],
    fields: {
      statement: "Managers can see open repairs on a map, by estate, block and ward.",
      measure: "The map shows a repair within 15 minutes of the report.",
      rationale: "",
    },
  },
];

export const dataAndIntegration: readonly ExampleItem[] = [
  {
    key: "data-and-integration",
    kind: "section",
    by: "priya",
    fields: { title: "Data and integration" },
  },
  {
    key: "systems-that-stay",
    kind: "text",
    by: "priya",
    fields: {
      body: "Each borough keeps its own housing management system, phone system and finance system. The service has to work with all of them, and to go on working with them when one is replaced.",
    },
  },
  {
    key: "one-view",
    kind: "requirement",
    priority: "must",
    by: "helen",
    raisedBy: ["camden", "southwark"],
    fields: {
      statement:
        "A contact centre officer sees, on one screen, all open and past repairs of a home, its appointments, the messages that were sent and the support needs the household has told us about.",
      measure: "The screen opens within 2 seconds for a home with 200 past repairs.",
      rationale: "",
    },
  },
  {
    key: "open-api",
    kind: "requirement",
    priority: "must",
    by: "priya",
    raisedBy: ["camden", "hackney"],
    fields: {
      statement:
        "Everything that staff can see or do in the service can also be seen or done through a documented API, at no extra charge.",
      measure: "Each borough connects one of its own systems in a test before the service starts.",
      rationale:
        "The boroughs must be able to connect, and later replace, other systems without asking the supplier.",
    },
  },
  {
    key: "regulator-measures",
    kind: "requirement",
    priority: "must",
    by: "priya",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      statement:
        "The service works out the share of repairs completed within target time (measure RP02 of the Tenant Satisfaction Measures) by the definitions of the Regulator of Social Housing, and shows the jobs behind each figure.",
      measure: "A figure can be worked out again from the jobs behind it, with the same result.",
      rationale: "",
    },
  },
  {
    key: "take-data-out",
    kind: "requirement",
    priority: "must",
    by: "priya",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      statement:
        "A borough can take out all of its data, including photos and messages, in an open format at any time during the contract and again when it ends.",
      measure:
        "Everything is handed over within 10 working days of asking, and is shown once before the service starts.",
      rationale:
        "A borough must be able to change supplier without losing the history of its homes.",
    },
  },
  {
    key: "accessible",
    kind: "requirement",
    priority: "must",
    by: "priya",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      statement:
        "All pages, apps and messages, for residents and for staff, meet the Web Content Accessibility Guidelines (WCAG) version 2.2 at level AA.",
      measure:
        "An independent audit before the service starts, and one after each major change. Failures that stop someone using the service are put right before it starts.",
      rationale: "",
    },
  },
  {
    key: "personal-data",
    kind: "requirement",
    priority: "must",
    by: "priya",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      statement:
        "The supplier uses personal data only as each borough tells it to in writing, keeps the data of each borough apart, and deletes it by the dates that the borough sets.",
      measure:
        "The contract holds the terms that article 28 of the UK GDPR asks for. Deletion is shown in a yearly test.",
      rationale: "",
    },
  },
];
