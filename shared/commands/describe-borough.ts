/** Says of one's own borough when its contract ends, who its team is and how it would take part. */
import { z } from "zod";
import { allTakingPart, type AboutBorough } from "../about-borough.ts";
import { isDay } from "../day.ts";
import { deedOf } from "../deed.ts";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";

const notADay = "Write a day, such as 31 March 2027.";

/** A day of this century: a year of two digits is a slip, not a contract. */
const day = z.string().refine((text) => isDay(text) && text.startsWith("20"), notADay);

const knownDay = z.string().refine(isDay).nullable().catch(null);

const facts = z.object({
  contractEnds: knownDay,
  extendableUntil: knownDay,
  takingPart: z.enum(allTakingPart).nullable().catch(null),
});

export const describeBorough = defineCommand({
  name: "describe-borough",
  summary:
    "Say of your borough when its present contract ends, who its team is and how it would take part.",
  action: "describe-borough",
  args: z
    .object({
      contractEnds: day.nullable(),
      extendableUntil: day.nullable().default(null),
      team: z.string().trim().max(300, "The team has at most 300 characters.").default(""),
      takingPart: z.enum(allTakingPart).nullable(),
    })
    .refine(
      ({ contractEnds, extendableUntil }) => extendableUntil === null || contractEnds !== null,
      { path: ["contractEnds"], message: "Say when the contract ends unless it is extended." },
    )
    .refine(
      ({ contractEnds, extendableUntil }) =>
        contractEnds === null || extendableUntil === null || extendableUntil > contractEnds,
      {
        path: ["extendableUntil"],
        message: "The day until which it could be extended has to be after the day it ends.",
      },
    ),
  facts,
  words: z.object({ team: z.string().catch("") }),
  decide({ team, ...said }, { record, member }) {
    const before = record.boroughs.get(member.boroughId);
    if (before && isSame(before, { team, ...said }))
      throw new Refusal("already-so", `${member.boroughName} says just that already.`);
    return { facts: said, words: { team } };
  },
  fold(draft, entry, said, { team }) {
    draft.set("boroughs", entry.boroughId, { ...deedOf(entry), ...said, team });
  },
});

type Said = Pick<AboutBorough, "contractEnds" | "extendableUntil" | "team" | "takingPart">;

function isSame(one: Said, other: Said): boolean {
  return (
    one.contractEnds === other.contractEnds &&
    one.extendableUntil === other.extendableUntil &&
    one.team === other.team &&
    one.takingPart === other.takingPart
  );
}
