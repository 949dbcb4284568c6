/** Waits until a check holds; long enough for a machine that does much else. */
import { vi } from "vitest";

export async function eventually(check: () => void | Promise<void>): Promise<void> {
  await vi.waitFor(check, { timeout: 20_000, interval: 5 });
}
