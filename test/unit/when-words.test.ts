/** When something was said, in words. */
import { describe, expect, it } from "vitest";
import { whenWords } from "../../client/words/when-words.ts";

const now = new Date(2026, 4, 14, 15, 30);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe("a moment", () => {
  it.each([
    [at(2026, 4, 14, 15, 30), "just now"],
    [at(2026, 4, 14, 15, 31), "just now"],
    [at(2026, 4, 14, 15, 29), "1 minute ago"],
    [at(2026, 4, 14, 14, 31), "59 minutes ago"],
    [at(2026, 4, 14, 13, 10), "2 hours ago"],
    [at(2026, 4, 13, 23, 59), "yesterday"],
    [at(2026, 4, 12, 9, 5), "12 May"],
    [at(2025, 4, 14, 15, 30), "14 May 2025"],
    ["not a time", ""],
  ])("%s is %j", (when, expected) => {
    expect(whenWords(when, now).short).toBe(expected);
  });

  it("counts minutes across midnight", () => {
    expect(whenWords(at(2026, 4, 13, 23, 50), new Date(2026, 4, 14, 0, 5)).short).toBe(
      "15 minutes ago",
    );
  });

  it("has its full date and time", () => {
    expect(whenWords(at(2026, 4, 2, 9, 5), now).full).toBe("2 May 2026 at 09:05");
  });
});
