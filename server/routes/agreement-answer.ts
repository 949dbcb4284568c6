/** The shape of what is left to agree, in answers. */
import { z } from "zod";
import { allTakingPart } from "../../shared/about-borough.ts";
import { cellStates } from "../../shared/agreement-row.ts";
import { allPriorities } from "../../shared/item-kinds.ts";
import { allStances } from "../../shared/position.ts";

const priority = z.enum(allPriorities).nullable();
const stance = z.enum(allStances).nullable();
const day = z.string().nullable();
const ids = z.array(z.string()).readonly();

const cell = z.object({
  boroughId: z.string(),
  state: z
    .enum(cellStates)
    .describe("A stance when it was said on the words as they are; changed when on other words."),
  stance: stance.describe("What the borough says, on whatever words."),
  proposed: stance.describe("What somebody of the borough proposes that it says."),
  priority: priority.describe("For this borough, when that is another than the item's."),
});

export const agreementRow = z.object({
  id: z.string(),
  kind: z.enum(["need", "requirement"]),
  reference: z.string().nullable(),
  priority,
  raisedBy: ids,
  sectionIds: ids.describe("From the outermost."),
  cells: z.array(cell).readonly(),
  isAgreed: z.boolean().describe("By every borough that takes part, on the words as they are."),
  objections: z.number(),
  notLooked: z.number(),
  changed: z.number(),
  saysDiffer: z.boolean(),
  prioritiesDiffer: z.boolean(),
  sharedBy: ids.describe("Boroughs that raised it or agree to it."),
});

const asked = z.object({
  boroughs: ids.describe("Names of those that would buy together."),
  unknown: ids.describe("Those that do not say when their contract ends."),
});
const limit = z.object({ day: z.string(), boroughs: ids });
const limits = asked.extend({ from: limit, until: limit });

const contracts = z.discriminatedUnion("state", [
  asked.extend({ state: z.literal("too-few") }),
  limits.extend({ state: z.literal("meets") }),
  limits.extend({
    state: z.literal("apart"),
    by: z.object({ months: z.number(), days: z.number() }),
  }),
]);

export const agreementAnswer = z.object({
  boroughs: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        toLookAt: z.number(),
        objections: z.number(),
        hasSomebodyWhoAgrees: z.boolean(),
      }),
    )
    .readonly(),
  counts: z.object({
    items: z.number(),
    agreed: z.number(),
    objections: z.number(),
    changed: z.number(),
    saysDiffer: z.number(),
    prioritiesDiffer: z.number(),
    needs: z.object({ shared: z.number(), ofOne: z.number(), ofNobody: z.number() }),
  }),
  rows: z.array(agreementRow).readonly(),
  about: z
    .array(
      z.object({
        boroughId: z.string(),
        personId: z.string(),
        at: z.string(),
        contractEnds: day,
        extendableUntil: day,
        team: z.string(),
        takingPart: z.enum(allTakingPart).nullable(),
      }),
    )
    .describe("What boroughs say of themselves."),
  contracts: contracts.describe(
    "When the present contracts of those that would buy together can all end.",
  ),
});
