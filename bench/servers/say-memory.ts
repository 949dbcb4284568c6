/** A server of a measurement says how much memory it has in use, once what is not used any more was collected. */
import { z } from "zod";

export const memorySays = z.object({
  /** On V8's heap and beside it: objects and buffers. */
  usedMegabytes: z.number(),
  /** What the system says that the process holds. */
  residentMegabytes: z.number(),
});

/** Answers every message of the process that started this one. Needs `--expose-gc`. */
export function sayMemory(): void {
  process.on("message", () => {
    globalThis.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    process.send?.({
      usedMegabytes: (heapUsed + external) / 1e6,
      residentMegabytes: rss / 1e6,
    } satisfies z.infer<typeof memorySays>);
  });
}
