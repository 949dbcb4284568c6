/** A short outline for a software system that staff work in. Our own words; nothing in it is about a real borough. */
import { guide, need, outcome, requirement, section, text, type Outline } from "./outline.ts";

export const softwareSystem: Outline = [
  section("Background"),
  guide(
    "say in half a page what the system is for, who works in it and what it takes the place of. Words in [square brackets] are for you to fill in: search for [ to find those that are left. Take out guidance like this once you have read it.",
    [
      "How many people work in it, in which teams of which boroughs?",
      "What do they do today in spreadsheets and emails because the system cannot?",
      "When does each borough’s contract end, and what does the supplier need to hand the data over?",
    ],
  ),
  text(
    "[Boroughs] want a system for [planning, case work, finance or another service]. About [number] people will work in it every day, in [teams]. It takes the place of [today’s systems], which come to their end in [month and year].",
  ),
  text(
    "It covers [the work it is for]. It does not cover [what stays in other systems], with which it has to exchange data.",
  ),

  section("What should be different"),
  guide(
    "two to five things that would be different a year later, each with how you would tell. “A new system” is not an outcome.",
  ),
  outcome(
    "on-time",
    "Cases are decided in the time that the law or the borough has set.",
    "The share decided in time, each month, for a year before the start and a year after it.",
  ),
  outcome(
    "one-truth",
    "Everybody who works on a case sees the same facts, and nobody keeps a list of their own.",
    "The number of spreadsheets and shared mailboxes that a team needs beside the system, counted before and after.",
  ),
  outcome(
    "free-to-leave",
    "The boroughs can change supplier without losing data or a year of work.",
    "A complete export is taken and read into another tool once a year.",
  ),

  section("User needs"),
  guide(
    "sit beside people while they work and write down what they need to do, and why. Ask those who use it once a month as well as those who use it all day.",
  ),
  need(
    "my-work",
    "must",
    "As a case officer, I need to see what I have to do today and what is about to be late so that nothing misses its date.",
  ),
  need(
    "whole-case",
    "must",
    "As a case officer, I need to see the whole story of a case in one place so that I can decide without asking around.",
  ),
  need(
    "find",
    "must",
    "As an officer on the phone, I need to find a case by any detail the caller has so that I can answer at once.",
  ),
  need(
    "letters",
    "should",
    "As a case officer, I need to write letters from the facts of the case so that I do not copy names and dates by hand.",
  ),
  need(
    "hand-over",
    "should",
    "As a team manager, I need to share out and hand over work so that a case goes on when somebody is ill.",
  ),
  need(
    "figures",
    "must",
    "As a performance officer, I need to get the figures that the government asks for so that returns do not take a week of counting.",
  ),
  need(
    "own-rules",
    "should",
    "As a system administrator, I need to change steps, lists and letters myself so that a new rule is in place on the day it applies.",
  ),
  need(
    "who-did-what",
    "must",
    "As an auditor, I need to see who changed what and when so that a decision can be explained years later.",
  ),
  need(
    "works-for-me",
    "must",
    "As a member of staff who uses assistive technology, I need to do my whole job in the system so that I am not given a lesser one.",
  ),
  need(
    "learn-it",
    "should",
    "As a new member of staff, I need to do my first case without a course so that I am of use in my first week.",
  ),

  section("Doing the work"),
  guide(
    "say what has to be true and how one would check it. Leave the supplier room to do it in their way: naming screens and buttons describes the system you have.",
  ),
  requirement(
    "should",
    "Each officer sees their own work by date, with what is late or will be late within [5] working days on top.",
    { meets: ["my-work", "on-time partly"] },
  ),
  requirement(
    "must",
    "All events, documents, messages and decisions of a case can be read in one place in the order in which they happened.",
    { meets: ["whole-case", "one-truth partly"] },
  ),
  requirement(
    "must",
    "A case can be found by reference, name, address, phone number or words in its documents.",
    { measure: "Within 2 seconds, with ten years of cases in the system.", meets: ["find"] },
  ),
  requirement(
    "should",
    "Letters and messages are filled in from the facts of the case, can be changed before they are sent, and are kept as they were sent.",
    { meets: ["letters"] },
  ),
  requirement(
    "should",
    "A manager can give a case, or a list of cases, to somebody else, and both people see it.",
    { meets: ["hand-over"] },
  ),
  requirement(
    "must",
    "The returns that [the government department] asks for can be made for any period, and each figure leads to the cases that it counts.",
    { meets: ["figures"] },
  ),
  requirement(
    "must",
    "Everything an officer does can be done by keyboard and with assistive technology, to level AA of the Web Content Accessibility Guidelines 2.2.",
    {
      measure:
        "Audited by somebody independent before the start. Tried by staff who use a screen reader, a magnifier and speech recognition.",
      why: "The Equality Act 2010 asks employers for reasonable adjustments.",
      meets: ["works-for-me"],
    },
  ),

  section("Set-up and change"),
  requirement(
    "should",
    "A trained administrator of a borough can change steps, lists, time limits and letters, and try the change out, without the supplier.",
    { meets: ["own-rules"] },
  ),
  requirement(
    "must",
    "The system records who read, changed or took out what and when. Nobody can change that record.",
    { meets: ["who-did-what"] },
  ),
  requirement(
    "should",
    "Changes of the system are announced [20] working days before, come with notes in plain English, and can be tried on a copy first.",
  ),

  section("Moving from the old system"),
  guide(
    "this is where projects go wrong. Say what has to come over, who cleans it, and who decides that it is right. Ask today’s supplier in writing what they will hand over and in which form.",
  ),
  requirement(
    "must",
    "The supplier brings over [open cases and ten years of closed ones] with their documents, at least [two] times for practice and once for good.",
    {
      measure:
        "The borough compares counts and a sample of [200] cases after each time, and says in writing that they are right.",
    },
  ),
  requirement(
    "should",
    "On the day of the change staff can look up every case, and start working within [1] working day.",
  ),

  section("Data, security and connections"),
  requirement(
    "must",
    "The system exchanges data with [named systems] by open, documented interfaces that other suppliers may use at no charge.",
  ),
  requirement(
    "must",
    "Staff sign in with the account they have at their borough. What each may see follows from their team and role.",
  ),
  requirement(
    "must",
    "Each borough’s data is kept apart from that of the others, in the United Kingdom [or where the law gives the same protection].",
  ),
  requirement(
    "must",
    "Each borough can take out all of its data with documents and history at any time, in open formats, at no further cost. The supplier deletes it when the contract ends.",
    { meets: ["free-to-leave"] },
  ),
  requirement(
    "should",
    "After a failure work can go on within [4] hours, and no more than [15] minutes of it are lost. The supplier tries this out each year and shows the boroughs the result.",
  ),

  section("Contracting approach"),
  guide(
    "say how you mean to buy, so that suppliers can tell you what is wrong with it before it counts. Ask your procurement team which route fits, and your legal team about the terms.",
    [
      "Is it bought for all, or to one specification and by each borough for itself?",
      "What is paid for: people, cases, or a flat price? What does it cost when a borough grows or leaves?",
      "Who owns what is set up for the boroughs?",
      "What does the supplier do at the end, and what does that cost?",
    ],
  ),
  text(
    "[Lead borough] runs one procurement for [boroughs] under the Procurement Act 2023. Each borough decides for itself to award and signs its own contract on the same terms.\n\nThe contract runs for [4] years and can be prolonged by up to [2]. The price is [for each person who works in it, for a year], with the move from the old system priced apart. The boroughs share [one board] that decides what is improved first.",
  ),
];
