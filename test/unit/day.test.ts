/** Days of the calendar, and how far apart they are in words. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apart, isDay, wordsOfApart, wordsOfDay } from "../../shared/day.ts";

describe("a day", () => {
  it("is one of the calendar", () => {
    const days = ["2027-03-31", "2028-02-29", "2026-12-01"];
    const none = ["2027-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "31 March 2027", "2027"];
    expect(days.filter(isDay)).toEqual(days);
    expect(none.filter(isDay)).toEqual([]);
  });

  it("reads as people write it", () => {
    expect(wordsOfDay("2027-03-31")).toBe("31 March 2027");
    expect(wordsOfDay("2026-12-01")).toBe("1 December 2026");
  });
});

describe("two days", () => {
  it.each([
    ["2027-03-31", "2027-04-01", "1 day"],
    ["2027-03-31", "2027-06-30", "3 months"],
    ["2027-03-31", "2027-09-14", "5 months and 14 days"],
    ["2027-01-31", "2027-02-28", "1 month"],
    ["2027-01-31", "2027-03-01", "1 month and 1 day"],
    ["2027-09-30", "2028-03-31", "6 months"],
    ["2027-02-28", "2027-03-28", "1 month"],
    ["2027-03-31", "2028-03-31", "1 year"],
    ["2027-03-31", "2029-05-03", "2 years, 1 month and 3 days"],
    ["2027-03-31", "2027-03-31", "0 days"],
  ])("%s and %s are %s apart", (from, to, words) => {
    expect(wordsOfApart(apart(from, to))).toBe(words);
  });

  it("are never a negative number of days or a whole month of days apart", () => {
    const day = fc
      .date({ min: new Date("2020-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from = "", to = ""] = [one, other].toSorted();
        const { months, days } = apart(from, to);
        expect(months).toBeGreaterThanOrEqual(0);
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThan(31);
      }),
    );
  });
});
