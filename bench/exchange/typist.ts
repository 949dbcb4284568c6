/**
 * The process of those who type: nothing that the others do may hold up its clock. Ends with the process
 * that started it.
 */
import { z } from "zod";
import { Typing } from "./typing.ts";

export const typistSays = z.union([
  z.object({ kind: z.literal("ready") }),
  /** Milliseconds of each letter. */
  z.object({ kind: z.literal("took"), ms: z.array(z.number()) }),
]);

export type TypistSays = z.infer<typeof typistSays>;

export const typistHears = z.union([
  z.object({
    kind: z.literal("begin"),
    url: z.string(),
    cookie: z.string(),
    statementId: z.string(),
    items: z.number(),
  }),
  z.object({ kind: z.literal("pause") }),
  /** Types, and forgets what was typed before. */
  z.object({ kind: z.literal("type") }),
  z.object({ kind: z.literal("tell") }),
]);

export type TypistHears = z.infer<typeof typistHears>;

let typing: Typing | null = null;

if (process.send) {
  process.once("disconnect", () => process.exit());
  process.on("message", (message) => void hear(typistHears.parse(message)));
}

async function hear(message: TypistHears): Promise<void> {
  switch (message.kind) {
    case "begin":
      typing = await Typing.begin(message);
      say({ kind: "ready" });
      return;
    case "pause":
      await typing?.pauses();
      say({ kind: "ready" });
      return;
    case "type":
      typing?.types();
      say({ kind: "ready" });
      return;
    case "tell":
      say({ kind: "took", ms: [...((await typing?.told()) ?? [])] });
  }
}

function say(says: TypistSays): void {
  process.send?.(says);
}
