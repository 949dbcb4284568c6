import { expect } from "vitest";
import type { AnImport } from "./an-import.ts";

/** Has a file that was read brought in three times at once, and looks that it comes in with one of them. */
export async function isBroughtInOnce(one: AnImport): Promise<void> {
  const ends = await one.appliesAtOnce(3);
  const brought = ends.filter((end) => typeof end === "object");
  expect(brought).toMatchObject([{ importId: one.importId }]);
  // The others begin while it is being brought in, or when it was.
  for (const end of ends)
    if (typeof end !== "object") expect(["already-so", "not-found"]).toContain(end);
}
