/** The shape of what is covered, in answers. */
import { z } from "zod";
import { needStates, requirementStates } from "../../shared/coverage.ts";
import { allPriorities } from "../../shared/item-kinds.ts";

const counts = <State extends string>(states: readonly State[]) =>
  z.record(z.enum(states), z.number());

const decision = z
  .object({
    personId: z.string(),
    boroughId: z.string(),
    at: z.string(),
    number: z.number(),
    why: z.string(),
  })
  .nullable();

const link = z.object({
  threadId: z.string(),
  requirementId: z.string(),
  needId: z.string(),
  how: z.enum(["fully", "partly"]),
  because: z.string(),
  state: z.enum(["counts", "changed", "requirementRemoved", "requirementWont"]),
  changed: z.object({ requirement: z.boolean(), need: z.boolean() }),
  confirmedAt: z.string(),
});

const ofItem = z.object({
  id: z.string(),
  reference: z.string().nullable(),
  priority: z.enum(allPriorities).nullable(),
  raisedBy: z.array(z.string()).readonly(),
  links: z.array(link).readonly(),
  decision,
});

export const coverageRow = z.discriminatedUnion("kind", [
  ofItem.extend({ kind: z.enum(["need", "outcome"]), state: z.enum(needStates) }),
  ofItem.extend({ kind: z.literal("requirement"), state: z.enum(requirementStates) }),
]);

export const coverageAnswer = z.object({
  needs: counts(needStates),
  outcomes: counts(needStates),
  requirements: counts(requirementStates),
  items: z.array(coverageRow).readonly(),
});
