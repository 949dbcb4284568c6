/** A short outline for a works and repairs contract. Our own words; nothing in it is about a real borough. */
import { guide, need, outcome, requirement, section, text, type Outline } from "./outline.ts";

export const worksAndRepairs: Outline = [
  section("Background"),
  guide(
    "say in half a page which buildings, homes or streets, which work, and why now. Words in [square brackets] are for you to fill in: search for [ to find those that are left. Take out guidance like this once you have read it.",
    [
      "How many homes or buildings, where, of which age, in each borough?",
      "How many jobs a year of which kind, and how have they been priced?",
      "What do residents, leaseholders and operatives say about the work today?",
    ],
  ),
  text(
    "[Boroughs] want [a contractor, or several] for [responsive repairs, empty homes and planned works] in about [number] homes. Today the work is done by [own teams and contractors], under contracts that end in [month and year].",
  ),
  text(
    "It covers [kinds of work]. It does not cover [lifts, gas safety, major works], which others do and with which the contractor has to fit in.",
  ),

  section("What should be different"),
  guide(
    "two to five things that residents and the boroughs would notice a year later, each with how you would tell, counted in the same way in all boroughs.",
  ),
  outcome(
    "right-first-time",
    "More jobs are finished at the first visit, and stay finished.",
    "The share of jobs finished at the first visit with no further visit for the same fault within [3] months.",
  ),
  outcome(
    "safe-homes",
    "Homes with damp, mould or another hazard are made safe in the time that the law allows.",
    "The share made safe in time, with the date and the proof of each step.",
  ),
  outcome(
    "fair-to-residents",
    "Residents are told the truth about when somebody comes, and treated with respect.",
    "What residents say after the job, asked by somebody other than the contractor.",
  ),

  section("User needs"),
  guide(
    "ask residents, leaseholders, caretakers, operatives and surveyors. Write what they need and why. The work itself comes later, under the requirements.",
  ),
  need(
    "when",
    "must",
    "As a resident, I need to know the day and the hours when somebody comes so that I do not wait in for nothing.",
  ),
  need(
    "who",
    "should",
    "As a resident who lives alone, I need to know who stands at my door so that I feel safe opening it.",
  ),
  need(
    "safe-first",
    "must",
    "As a resident with no heating, a leak or a danger at home, I need to be made safe at once so that nobody is hurt.",
  ),
  need(
    "vulnerable",
    "must",
    "As a resident with a disability, a small child or an illness, I need to have that known before the visit so that the work is planned around us.",
  ),
  need(
    "clean",
    "should",
    "As a resident, I need to get my home back clean and whole so that I do not have to put right what the work has broken.",
  ),
  need(
    "leaseholder-bill",
    "should",
    "As a leaseholder, I need to see what was done to the block and what it cost so that I can check my service charge.",
  ),
  need(
    "asbestos",
    "must",
    "As an operative, I need to know about asbestos and other risks before I start so that I can work safely.",
  ),
  need(
    "proof",
    "must",
    "As a contract manager, I need to see proof of each job and its price so that we pay for what was done and nothing else.",
  ),
  need(
    "block-plans",
    "should",
    "As a caretaker, I need to know which work happens in my block and when so that I can tell residents and let people in.",
  ),
  need(
    "local-jobs",
    "could",
    "As a young person in the borough, I need to learn a trade on real work so that I can find a job near home.",
  ),

  section("Safety"),
  guide(
    "start with what may hurt somebody. Ask your health and safety and building safety teams to read this part.",
  ),
  requirement(
    "must",
    "The contractor attends and makes safe within [4] hours of being told, at any hour of any day, when there is a danger to life or of serious damage.",
    { meets: ["safe-first"] },
  ),
  requirement(
    "must",
    "The contractor investigates reported hazards, makes homes safe and gives the borough dated proof of each step, in the times that Awaab’s Law sets.",
    {
      why: "Section 10A of the Landlord and Tenant Act 1985 and the regulations made under it.",
      meets: ["safe-homes"],
    },
  ),
  requirement(
    "must",
    "No operative starts work before having seen what the asbestos register and the risk assessment say about that place.",
    { why: "The Control of Asbestos Regulations 2012.", meets: ["asbestos"] },
  ),
  requirement(
    "must",
    "Work on gas, electricity and anything else that the law keeps for qualified people is done by people with that qualification. The borough gets the certificate within [5] working days.",
  ),

  section("In residents’ homes"),
  requirement(
    "must",
    "The resident chooses a day and a part of it of [2] hours or less, and is told before the visit if it cannot be kept.",
    {
      measure: "At least [95]% of visits begin in the hours agreed.",
      meets: ["when", "fair-to-residents partly"],
    },
  ),
  requirement(
    "should",
    "On the day the resident is sent the name of who comes, and that person shows a card with a photo at the door.",
    { meets: ["who"] },
  ),
  requirement(
    "must",
    "What a resident has told the borough about their health, language and household reaches the operative before the visit, and only those who need to know it.",
    { meets: ["vulnerable"] },
  ),
  requirement(
    "should",
    "Floors and furniture are protected, waste is taken away the same day, and damage is put right within [10] working days.",
    { meets: ["clean"] },
  ),

  section("Quality, proof and price"),
  guide(
    "say what is checked, by whom and how often, before you say what it costs. Ask suppliers at the market engagement which way of pricing would make them send the right trade first.",
  ),
  requirement(
    "must",
    "Each job is closed with what was found, what was done, by whom and when, with photos from before and after where something can be seen.",
    { meets: ["proof partly"] },
  ),
  requirement(
    "should",
    "The borough inspects [10]% of jobs of its own choice. Work that fails is done again at the contractor’s cost.",
    { meets: ["right-first-time partly"] },
  ),
  requirement(
    "must",
    "Prices follow [a named schedule of rates, or a price for each home and year]. Work outside it is priced and agreed before it starts.",
    { meets: ["proof partly"] },
  ),
  requirement(
    "should",
    "The cost of work on shared parts can be shown block by block, with its dates and photos, in a form that goes with the service charge.",
    { meets: ["leaseholder-bill"] },
  ),
  requirement(
    "should",
    "Jobs, visits, proof and prices go to [the borough’s repairs system] the same day by an open, documented interface.",
  ),

  section("People and places"),
  requirement(
    "must",
    "Everybody who works under the contract, for subcontractors too, is paid at least the London Living Wage.",
  ),
  requirement(
    "could",
    "The contractor takes on [1] apprentice from the boroughs for each £[1] million of work in a year, and tells the boroughs how they get on.",
    { meets: ["local-jobs"] },
  ),
  requirement(
    "should",
    "The contractor measures the carbon of its vehicles, materials and waste each year and agrees with the boroughs how to bring it down.",
  ),

  section("Start and end"),
  requirement(
    "should",
    "The contractor has a plan for the first [3] months that says who moves over under TUPE, how jobs under way go on, and how residents are told.",
    { why: "The Transfer of Undertakings (Protection of Employment) Regulations 2006." },
  ),
  requirement(
    "must",
    "At the end the contractor hands over open jobs, keys, records and certificates in an open format, and works with whoever comes next for [3] months.",
  ),

  section("Contracting approach"),
  guide(
    "say how you mean to buy, so that the market can tell you what is wrong with it before it counts. Consult leaseholders in time: for agreements of more than 12 months section 20 of the Landlord and Tenant Act 1985 may ask for it before you buy.",
    [
      "Lots by area, by trade or by borough, so that smaller firms can bid?",
      "How long, with which breaks, and how are prices kept in step with costs?",
      "What happens when work is late or poor, short of ending the contract?",
    ],
  ),
  text(
    "[Lead borough] runs one procurement for [boroughs] under the Procurement Act 2023, in [number] lots. Each borough signs its own contract for its homes.\n\nThe contract runs for [5] years with a break after [3]. Prices are adjusted once a year by [a named index]. Quality counts for [60]%, of which social value is [10]; price counts for [40]%.",
  ),
];
