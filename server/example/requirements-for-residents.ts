/** What the supplier has to do for residents: reporting a repair, and appointments. */
import type { ExampleItem } from "./example-types.ts";

export const reporting: readonly ExampleItem[] = [
  { key: "reporting", kind: "section", by: "helen", fields: { title: "Reporting a repair" } },
  {
    key: "report-online",
    kind: "requirement",
    priority: "must",
    by: "helen",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      statement:
        "A resident can report a repair online at any time of day, on a phone, tablet or computer, without installing an app or making an account first.",
      measure:
        "The pages are available for 99.9% of each month, not counting maintenance agreed with the boroughs at least 5 working days before.",
      rationale:
        "Repairs are often noticed in the evening or at the weekend, when offices are closed.",
    },
  },
  {
    key: "describe-the-problem",
    kind: "requirement",
    priority: "could",
    by: "tom",
    raisedBy: ["hackney"],
    fields: {
      statement:
        "The service helps the person reporting to describe the problem with pictures and plain questions, and lets them add photos or a short video.",
      measure:
        "In a test with 12 residents from each borough, at least 10 choose the right kind of repair without help.",
      rationale: "A clear report makes it more likely that the right trade is sent.",
    },
  },
  {
    key: "hazard-questions",
    kind: "requirement",
    priority: "must",
    by: "grace",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      statement:
        "The service asks the same agreed questions of everyone who reports damp, mould or another possible hazard, and marks the report as a possible emergency hazard, a possible significant hazard or neither.",
      measure:
        "A borough can change the questions, and the rules behind them, without the supplier. Each change is kept with its date and the name of the person who made it.",
      rationale:
        "The questions include who lives in the home, because age and health can make the same hazard more dangerous.",
    },
  },
  {
    key: "hazard-dates",
    kind: "requirement",
    priority: "must",
    by: "grace",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      statement:
        "From the moment the borough becomes aware of a possible hazard, the service works out and shows every date set by the Hazards in Social Housing (Prescribed Requirements) (England) Regulations 2025, and keeps proof of when each step was done.",
      measure:
        "Test cases agreed with the boroughs, including bank holidays and reports made at the weekend, give the right dates. No date can be changed without a name and a reason. When the regulations change, the service is ready on the day the change comes into force, at no extra charge.",
      rationale:
        "Each borough may have to show a tenant, the Housing Ombudsman, the Regulator of Social Housing or a court what it did and when.",
    },
  },
  {
    key: "same-record",
    kind: "requirement",
    priority: "must",
    by: "helen",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      statement:
        "A repair reported by phone, in person or by a member of staff on a visit makes the same record, with the same questions and the same messages, as one reported online.",
      measure:
        "In a demonstration, an officer completes a report while talking to a resident, without going back to a screen.",
      rationale:
        "Residents who cannot or do not want to use the internet must not get a worse service.",
    },
  },
  {
    key: "chosen-channel",
    kind: "requirement",
    priority: "should",
    by: "grace",
    raisedBy: ["hackney", "southwark"],
    fields: {
      statement:
        "A resident chooses how they hear about their repairs (text message, email, phone call or letter) and in which language or format.",
      measure:
        "The choice is asked for once, is followed in every message and can be changed at any time.",
      rationale: "",
    },
    notes: "Each borough to send Priya its list of languages.",
  },
  {
    key: "automated-chat",
    kind: "requirement",
    priority: "wont",
    by: "priya",
    raisedBy: ["camden"],
    fields: {
      statement: "The service finds out what is wrong in an automated chat.",
      measure: "",
      rationale:
        "Not this time. We want plain questions to work well first. Suppliers may tell us about it, but it earns no marks.",
    },
  },
];

export const appointments: readonly ExampleItem[] = [
  { key: "appointments", kind: "section", by: "tom", fields: { title: "Appointments" } },
  {
    key: "book-when-reporting",
    kind: "requirement",
    priority: "must",
    by: "tom",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      statement:
        "When a repair needs a visit, the resident is offered at least 3 appointments that the right trade has free, and can book one before the report is finished.",
      measure:
        "A booking is in the diary of the borough's team or works contractor within 1 minute.",
      rationale: "",
    },
  },
  {
    key: "two-hour-windows",
    kind: "requirement",
    priority: "should",
    by: "grace",
    raisedBy: ["camden", "southwark"],
    fields: {
      statement:
        "Appointments are offered in windows of two hours or less, including at least one evening a week and Saturday mornings.",
      measure: "In each month, at least 90% of visits start within the window that was booked.",
      rationale: "Waiting in for half a day costs some residents a day's pay.",
    },
    notes: "Tom to send the date from which Hackney can offer two hours.",
  },
  {
    key: "change-a-booking",
    kind: "requirement",
    priority: "should",
    by: "tom",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      statement:
        "A resident can change or cancel an appointment online, by answering a text message or by phone, until the end of the working day before.",
      measure: "The time that becomes free can be booked by someone else within 5 minutes.",
      rationale: "",
    },
  },
  {
    key: "visit-messages",
    kind: "requirement",
    priority: "must",
    by: "helen",
    raisedBy: ["camden", "hackney"],
    fields: {
      statement:
        "The service sends the resident a message when a visit is booked, on the day before, and again when the operative is on the way, with the operative's name and an estimated time of arrival.",
      measure: "At least 99% of messages are sent within 2 minutes of the event.",
      rationale: "A name and a time help people who live alone to feel safe opening the door.",
    },
  },
  {
    key: "missed-visits",
    kind: "requirement",
    priority: "should",
    by: "grace",
    raisedBy: ["southwark"],
    fields: {
      statement:
        "When a visit does not happen, the service records why, tells the resident on the same day and offers the next free appointment.",
      measure: "The reasons come from one list that all three boroughs use.",
      rationale: "",
    },
  },
  {
    key: "follow-progress",
    kind: "requirement",
    priority: "must",
    by: "helen",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      statement:
        "For each repair, a resident can see online, or hear from an officer, what was agreed, what has been done and what happens next, including any further visits.",
      measure: "What the resident sees is never more than 5 minutes behind what staff see.",
      rationale: "Knowing what happens next is what saves a call.",
    },
  },
];
