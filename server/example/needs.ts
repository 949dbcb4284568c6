/** The twelve user needs of the example. Between them they show every state that a need can be in. */
import type { ExampleItem } from "./example-types.ts";

export const needs: readonly ExampleItem[] = [
  { key: "user-needs", kind: "section", by: "helen", fields: { title: "User needs" } },
  {
    key: "about-the-needs",
    kind: "text",
    by: "helen",
    fields: {
      body: "The three boroughs wrote these needs together. Where only one borough raised a need, it says so. A need is about what people have to get done, not about how a system does it.",
    },
  },
  {
    key: "report-any-time",
    kind: "need",
    priority: "must",
    by: "helen",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      asA: "resident",
      iNeed: "report a repair at any time, from whatever device I have",
      soThat: "I do not have to take time off or wait in a phone queue",
      evidence: "Raised by residents in the workshops that each borough held.",
      metWhen:
        "A resident who has never used the service can report a leaking tap on a phone, at night, without help.",
    },
  },
  {
    key: "hazard-recognised",
    kind: "need",
    priority: "must",
    by: "grace",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      asA: "tenant with damp, mould or another hazard at home",
      iNeed: "have my report recognised as a possible hazard straight away",
      soThat: "my home is made safe before anyone gets ill or hurt",
      evidence:
        "The Hazards in Social Housing (Prescribed Requirements) (England) Regulations 2025.",
      metWhen: "The right dates start to run from the first report, whichever way it is made.",
    },
  },
  {
    key: "appointment-that-fits",
    kind: "need",
    priority: "should",
    by: "tom",
    raisedBy: ["hackney", "southwark"],
    fields: {
      asA: "resident who works shifts or looks after children",
      iNeed: "choose a visit that fits around work and school",
      soThat: "I do not lose a day's pay waiting in",
      evidence: "Raised by residents in the Hackney and Southwark workshops.",
      metWhen:
        "A resident can book a visit outside school hours and never has to wait in for more than two hours.",
    },
  },
  {
    key: "without-internet",
    kind: "need",
    priority: "must",
    by: "grace",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      asA: "resident who does not use the internet or does not read English easily",
      iNeed: "report and follow a repair in a way that works for me",
      soThat: "I get the same service as everyone else",
      evidence: "The public sector equality duty, section 149 of the Equality Act 2010.",
      metWhen:
        "A repair reported by phone or in person is dealt with as fast, and explained as well, as one reported online.",
    },
  },
  {
    key: "know-who-is-coming",
    kind: "need",
    priority: "should",
    by: "helen",
    raisedBy: ["camden", "hackney"],
    fields: {
      asA: "resident waiting for a visit",
      iNeed: "know who is coming and when they will be here",
      soThat: "I can be in and feel safe opening the door",
      evidence:
        "Raised by residents in the Camden and Hackney workshops, most of all by people who live alone.",
      metWhen:
        "Before the doorbell rings, the resident knows the name of the person and the time to expect them.",
    },
  },
  {
    key: "act-for-someone",
    kind: "need",
    priority: "must",
    by: "tom",
    raisedBy: ["hackney"],
    fields: {
      asA: "carer or family member",
      iNeed: "report and follow a repair for someone who cannot do it alone",
      soThat: "their home stays safe without us sharing a password",
      evidence: "Raised by carers in the Hackney workshop.",
      metWhen:
        "A resident can let someone act for them, see what that person did and take the permission back.",
    },
  },
  {
    key: "whole-story",
    kind: "need",
    priority: "must",
    by: "helen",
    raisedBy: ["camden", "southwark"],
    fields: {
      asA: "contact centre officer",
      iNeed: "see everything about a home's repairs in one place",
      soThat: "I can answer in one call, without asking the resident to explain it all again",
      evidence:
        "We sat with contact centre officers in two boroughs and wrote down which screens they opened.",
      metWhen:
        "An officer can say what was reported, what was done and what comes next without leaving the screen.",
    },
  },
  {
    key: "ready-at-the-door",
    kind: "need",
    priority: "must",
    by: "tom",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      asA: "repairs operative",
      iNeed: "know about the job, the home and the household before I knock",
      soThat: "I can work safely and treat people properly",
      evidence:
        "Interviews with operatives and their supervisors. The Control of Asbestos Regulations 2012.",
      metWhen: "No operative starts a job without having seen the risks recorded for that home.",
    },
  },
  {
    key: "in-time-to-act",
    kind: "need",
    priority: "must",
    by: "helen",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      asA: "repairs manager",
      iNeed: "see which jobs may miss their date while I can still do something",
      soThat: "no one is left in a home that is not safe",
      evidence: "Raised by repairs managers in all three boroughs.",
      metWhen:
        "A manager who starts the day with the list can act on every job before its date has passed.",
    },
  },
  {
    key: "leaseholder-whose-job",
    kind: "need",
    priority: "should",
    by: "grace",
    raisedBy: ["southwark"],
    fields: {
      asA: "leaseholder",
      iNeed: "find out whether a repair is mine or the council's before I report it",
      soThat: "I know who will do it and whether I will have to pay a share",
      evidence: "Raised by leaseholders in the Southwark workshop.",
      metWhen: "A leaseholder gets an answer for the most common repairs without having to call.",
    },
  },
  {
    key: "same-figures",
    kind: "need",
    priority: "should",
    by: "priya",
    raisedBy: ["camden", "hackney", "southwark"],
    fields: {
      asA: "performance officer",
      iNeed: "get figures that are counted in the same way in all three boroughs",
      soThat: "we can report what the Regulator asks for and learn from each other",
      evidence: "The Tenant Satisfaction Measures of the Regulator of Social Housing.",
      metWhen:
        "The three boroughs can put their figures side by side without changing any of them.",
    },
  },
  {
    key: "missed-visit-money",
    kind: "need",
    priority: "could",
    by: "grace",
    raisedBy: ["southwark"],
    fields: {
      asA: "resident",
      iNeed: "claim compensation online when nobody came",
      soThat: "I do not have to make a complaint to be paid",
      evidence: "Raised by residents in the Southwark workshop.",
      metWhen: "A claim for a missed visit takes less than 5 minutes.",
    },
  },
];
