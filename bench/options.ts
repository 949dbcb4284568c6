/** What can be asked on the command line: `npm run bench -- --people 10,100 --only needline`. */
import { parseArgs } from "node:util";
import { z } from "zod";
import { contestants } from "./contestants.ts";

const people = z
  .string()
  .transform((list) => list.split(",").map(Number))
  .pipe(z.array(z.int().min(2).max(1_500)));

const ids = contestants.map(({ id }) => id);
const only = z
  .string()
  .transform((list) => list.split(","))
  .pipe(z.array(z.enum(ids)));

const optionsSchema = z.object({
  people,
  only,
  /** Also with so many sessions that wrote before; 0 for not. */
  earlierSessions: z.coerce.number().int().min(0).max(20_000),
  /** Also with a disk that takes so much longer; 0 for not. */
  commitMs: z.coerce.number().int().min(0).max(1_000),
  seconds: z.coerce.number().min(1).max(600),
  thorough: z.boolean(),
  /** What the file with the results is about, or undefined for none. */
  write: z
    .string()
    .regex(/^[a-z0-9-]+$/, "small letters, digits and hyphens")
    .optional(),
  /** Where Needline's profile goes, or undefined for none. */
  profile: z.string().optional(),
});

export type Options = z.infer<typeof optionsSchema>;

/** Throws with a sentence for whoever typed it. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: { type: "string", default: "10,100,200,500,1000" },
      only: { type: "string", default: ids.join(",") },
      "earlier-sessions": { type: "string", default: "5000" },
      "commit-ms": { type: "string", default: "20" },
      seconds: { type: "string", default: "10" },
      thorough: { type: "boolean", default: false },
      write: { type: "string" },
      profile: { type: "string" },
    },
  });
  const read = optionsSchema.safeParse({
    ...values,
    earlierSessions: values["earlier-sessions"],
    commitMs: values["commit-ms"],
  });
  if (!read.success) throw new Error(z.prettifyError(read.error));
  return read.data;
}
