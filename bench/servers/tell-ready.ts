/** What a server under test tells the process that started it, once it listens. */
import { z } from "zod";

export const readySchema = z.object({
  /** `http://…` */
  url: z.string(),
  /** Needline's one-time link on an empty data folder. */
  startLink: z.string().nullable(),
});

export type Ready = z.infer<typeof readySchema>;

/** From then on this process ends when the one that started it does. */
export function tellReady(ready: Ready): void {
  process.once("disconnect", () => process.exit());
  process.send?.(ready);
}
