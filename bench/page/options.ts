/** What can be asked on the command line: `npm run bench -- page --items 2000 --only needline`. */
import { parseArgs } from "node:util";
import { z } from "zod";

const list = z.string().transform((words) => words.split(","));

const optionsSchema = z.object({
  items: list.transform((words) => words.map(Number)).pipe(z.array(z.int().min(40).max(20_000))),
  /** Beside the editor that is alone, which is always measured. */
  only: list.pipe(z.array(z.enum(["needline", "bare"]))),
  rounds: z.coerce.number().int().min(1).max(20),
  /** In each round and for each contestant. */
  keys: z.coerce.number().int().min(5).max(1_000),
  /** Where the filled statements are kept for the next run. */
  kept: z.string().optional(),
  /** Where processor profiles go. */
  profile: z.string().optional(),
  write: z
    .string()
    .regex(/^[a-z0-9-]+$/, "small letters, digits and hyphens")
    .optional(),
});

export type PageOptions = z.infer<typeof optionsSchema>;

/** @throws Error with a sentence for whoever typed it */
export function readPageOptions(args: readonly string[]): PageOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      items: { type: "string", default: "2000,10000" },
      only: { type: "string", default: "needline,bare" },
      rounds: { type: "string", default: "3" },
      keys: { type: "string", default: "80" },
      kept: { type: "string" },
      profile: { type: "string" },
      write: { type: "string" },
    },
  });
  const read = optionsSchema.safeParse(values);
  if (!read.success) throw new Error(z.prettifyError(read.error));
  return read.data;
}
