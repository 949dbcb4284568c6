/** The other end of `startChild`: takes what it is to do in one message, says in another what came of it, and ends. */
import type { z } from "zod";

/** @param work what fails is printed, and the process ends with 1, as it does when the other end is gone */
export function asChild<Order>(
  schema: z.ZodType<Order>,
  work: (order: Order) => Promise<object>,
): void {
  process.once("disconnect", () => process.exit(1));
  process.once("message", (sent) => {
    work(schema.parse(sent)).then(
      (outcome) => process.send?.(outcome, () => process.exit(0)),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
