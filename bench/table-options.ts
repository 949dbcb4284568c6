/** What can be asked of a measurement on the command line. */
import { parseArgs } from "node:util";
import { z } from "zod";

const optionsSchema = z.object({
  /** Names of contestants, or undefined for all. */
  only: z
    .string()
    .transform((list): readonly string[] => list.split(","))
    .optional(),
  rounds: z.coerce.number().int().min(1).max(20),
  minutes: z.coerce.number().min(0.1).max(600),
  people: z.coerce.number().int().min(2).max(1_000),
  /** What the file with the results is about, or undefined for none. */
  write: z
    .string()
    .regex(/^[a-z0-9-]+$/, "small letters, digits and hyphens")
    .optional(),
  /** Where Needline's processor profile goes, or undefined for none. */
  profile: z.string().optional(),
});

export type TableOptions = z.infer<typeof optionsSchema>;

/** Ends the process with a sentence for whoever typed it. */
export function readTableOptions(args: readonly string[]): TableOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: "string" },
        rounds: { type: "string", default: "3" },
        minutes: { type: "string", default: "20" },
        people: { type: "string", default: "200" },
        write: { type: "string" },
        profile: { type: "string" },
      },
    });
    const read = optionsSchema.safeParse(values);
    if (read.success) return read.data;
    console.error(z.prettifyError(read.error));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  return process.exit(1);
}
