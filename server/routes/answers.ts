/** The shapes of answers that several routes share, for their serialisation and the API's description. */
import { z } from "zod";
import { allRoles } from "../../shared/access.ts";
import { refusalStatus } from "../../shared/refusal.ts";

export const role = z.enum(allRoles);

export const boroughAnswer = z.object({ id: z.string(), name: z.string() });

export const memberAnswer = z.object({
  personId: z.string(),
  name: z.string(),
  boroughId: z.string(),
  boroughName: z.string(),
  role,
  agrees: z.boolean(),
});

export const entryAnswer = z.object({
  number: z.number(),
  statementId: z.string(),
  at: z.string(),
  personId: z.string(),
  boroughId: z.string(),
  type: z.string(),
  facts: z.record(z.string(), z.unknown()),
  words: z.record(z.string(), z.unknown()),
  wordsDigest: z.string(),
  hash: z.string(),
});

/** Nothing but that it was done. */
export const done = z.object({});

const problemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().describe("What is wrong and what to do, in plain words."),
  code: z.enum(Object.keys(refusalStatus)),
  problems: z
    .array(z.object({ where: z.string(), what: z.string() }))
    .optional()
    .describe("Each thing that is wrong, with where it is."),
});

const refusal = {
  description: "A refusal (RFC 9457).",
  content: { "application/problem+json": { schema: problemAnswer } },
} as const;

/** Described once for every "no" of a route. */
export const refusalAnswer = { "4xx": refusal, "5xx": refusal } as const;

/** What a route says that also answers whoever has no session. */
export const forAnybody: { readonly security: readonly Record<string, string[]>[] } = {
  security: [],
};
