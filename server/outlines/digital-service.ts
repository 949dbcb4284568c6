/** A short outline for a digital service that residents use. Our own words; nothing in it is about a real borough. */
import { guide, need, outcome, requirement, section, text, type Outline } from "./outline.ts";

export const digitalService: Outline = [
  section("Background"),
  guide(
    "say in half a page what you are buying and why now. Words in [square brackets] are for you to fill in: search for [ to find those that are left. Take out guidance like this once you have read it.",
    [
      "What do residents do today, and how many of them, in each borough?",
      "What goes wrong most often, and how do you know?",
      "Which contracts end, and when?",
    ],
  ),
  text(
    "[Boroughs] want one service with which residents can [apply for, report, book or pay for something]. Residents will use it on their own devices. Staff will use it to help residents who cannot, and to deal with what comes in.",
  ),
  text(
    "It covers [what is in]. It does not cover [what is out], because [why]. It has to work beside [the systems that stay].",
  ),

  section("What should be different"),
  guide(
    "two to five things that would be different a year later, each with how you would tell. Count the same thing before the service starts, or nobody can say that it got better.",
  ),
  outcome(
    "first-time",
    "Residents get done what they came for at the first attempt, without having to call.",
    "The share of started requests that are finished online, and the number of calls about them, counted for 3 months before the start and again a year later.",
  ),
  outcome(
    "nobody-left-out",
    "Nobody is worse off because they do not use the internet, have a disability or read little English.",
    "Requests made by phone or in person are dealt with as fast as those made online, counted each quarter.",
  ),
  outcome(
    "less-typing",
    "Staff spend their time on decisions and not on typing the same thing twice.",
    "Minutes of handling for a usual request, timed with 10 officers before and after.",
  ),

  section("User needs"),
  guide(
    "say who needs to do what, and why, not how. Ask the people themselves: a need that nobody has said is a guess. Let each borough add its own, and say who raised it.",
  ),
  need(
    "any-hour",
    "must",
    "As a resident, I need to do this on my phone at any hour so that I do not have to take time off to call.",
    "A resident can start and finish on a small phone with a slow connection.",
  ),
  need(
    "save-and-return",
    "should",
    "As a resident with a long form in front of me, I need to stop and come back later so that I do not have to start again.",
  ),
  need(
    "what-happens-next",
    "must",
    "As a resident who has sent something, I need to see what happens with it and when so that I do not have to call and ask.",
  ),
  need(
    "assisted",
    "must",
    "As a resident who does not use the internet, I need to do the same by phone or in person so that I get the same service as everyone else.",
  ),
  need(
    "access",
    "must",
    "As a resident who cannot see well or use a mouse, I need to do everything the page offers so that I do not have to ask somebody else.",
  ),
  need(
    "plain",
    "must",
    "As a resident who reads little English, I need to understand what I am asked for so that I send the right thing.",
  ),
  need(
    "act-for",
    "should",
    "As a carer or family member, I need to do this for somebody else so that we do not have to share a password.",
  ),
  need(
    "one-view",
    "must",
    "As a contact centre officer, I need to see everything a resident has sent and what became of it so that I can answer in one call.",
  ),
  need(
    "change-it",
    "should",
    "As a service manager, I need to change questions, messages and pages myself so that a new rule does not wait for a supplier.",
  ),
  need(
    "learn",
    "should",
    "As a service manager, I need to see where residents give up so that we can mend that part first.",
  ),

  section("Using the service"),
  guide(
    "say what has to be true and how one would check it, not which technology does it. One thing in each requirement: if it says “and”, ask whether it is two.",
  ),
  requirement(
    "must",
    "A resident can find, start, fill in and send a request at any hour, without an account, on a phone, a tablet or a computer.",
    {
      measure: "Tried on the two latest versions of [four named] browsers, at 320 pixels wide.",
      meets: ["any-hour"],
    },
  ),
  requirement(
    "must",
    "Every page and every message meets level AA of the Web Content Accessibility Guidelines 2.2.",
    {
      measure:
        "Audited by somebody independent before the start and after each large change, and tried by people with disabilities. What fails is mended before the start.",
      why: "The Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018.",
      meets: ["access"],
    },
  ),
  requirement(
    "should",
    "Questions, help and messages are in plain English that a resident with a reading age of 9 can follow.",
    { measure: "Tried with at least 5 residents who find reading hard.", meets: ["plain partly"] },
  ),
  requirement(
    "should",
    "A resident who stops can come back within [28] days, on another device too, and goes on where they were.",
    { meets: ["save-and-return"] },
  ),
  requirement(
    "must",
    "A resident who has sent a request gets a reference at once, and can see where it stands and what happens next without calling.",
    { meets: ["what-happens-next", "first-time partly"] },
  ),
  requirement(
    "must",
    "An officer can do everything for a resident that the resident could do online, during a call or at a desk, and it is recorded who did it.",
    { meets: ["assisted", "nobody-left-out partly"] },
  ),

  section("Running and improving it"),
  requirement(
    "must",
    "An officer sees all of a resident’s requests, messages and documents in one place.",
    { measure: "Without searching in a second system.", meets: ["one-view"] },
  ),
  requirement(
    "should",
    "A trained officer can change questions, messages and pages, try the change out and publish it without the supplier.",
    { meets: ["change-it"] },
  ),
  requirement(
    "should",
    "The service counts the residents who start, finish and give up at each step, without watching who they are.",
    { meets: ["learn"] },
  ),
  requirement(
    "should",
    "The service can be used at least [99.5]% of the time in each month, and work that has to interrupt it is announced [5] working days before.",
  ),

  section("Data, security and connections"),
  guide(
    "ask your information governance and digital teams early. Name the systems it has to work with, who owns them, and whether they have an interface today.",
  ),
  requirement(
    "must",
    "Personal data is used only for what the resident was told, kept only as long as the retention schedule says, and can be given to the resident when they ask.",
    { why: "The UK General Data Protection Regulation and the Data Protection Act 2018." },
  ),
  requirement(
    "must",
    "Staff sign in with the account they have at their borough, and lose access on the day they leave.",
  ),
  requirement(
    "should",
    "The supplier shows each year how the service is protected: an independent penetration test, with what was found and mended.",
  ),
  requirement(
    "must",
    "What residents send reaches [the system that stays] by an open, documented interface, without anybody typing it again.",
    { meets: ["less-typing partly"] },
  ),
  requirement(
    "must",
    "Each borough can take out all of its data at any time, in an open format, at no further cost.",
  ),

  section("Contracting approach"),
  guide(
    "say how you mean to buy, so that suppliers can tell you what is wrong with it before it counts. Ask your procurement team which route fits.",
    [
      "One contract for all, or the same specification and a contract for each borough?",
      "How long, with which breaks, and what happens when a borough leaves or joins?",
      "What is paid when, and what for?",
      "How will quality, price and social value be weighed?",
    ],
  ),
  text(
    "[Lead borough] runs one procurement for [boroughs] under the Procurement Act 2023. Each borough decides for itself to award, signs its own contract and pays for what it uses.\n\nThe contract runs for [2] years and can be prolonged by [1] year [twice]. The first [3] months are for setting up. A borough may start later on the same terms.",
  ),
];
