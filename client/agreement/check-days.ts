/** Whether the days of a contract that somebody typed make sense, with what to do when they do not. Pure. */
import { isDay } from "../../shared/day.ts";

interface DayError {
  readonly part: "ends" | "until";
  readonly message: string;
}

interface Days {
  readonly contractEnds: string | null;
  readonly extendableUntil: string | null;
  readonly errors: readonly DayError[];
}

/** @param typed each as `2027-03-31`, or "" when nothing was typed */
export function checkDays(typed: { readonly ends: string; readonly until: string }): Days {
  const contractEnds = typed.ends === "" ? null : typed.ends;
  const extendableUntil = typed.until === "" ? null : typed.until;
  const errors: DayError[] = [];
  const isEndWrong = contractEnds !== null && !isDayOfContract(contractEnds);
  if (isEndWrong)
    errors.push({
      part: "ends",
      message: "Write the day it ends as a real day, such as 31 3 2027",
    });
  if (extendableUntil !== null) {
    if (!isDayOfContract(extendableUntil))
      errors.push({
        part: "until",
        message: "Write the day until which it could be extended as a real day, such as 31 3 2028",
      });
    else if (contractEnds === null)
      errors.push({ part: "ends", message: "Say when it ends unless it is extended" });
    else if (!isEndWrong && extendableUntil <= contractEnds)
      errors.push({
        part: "until",
        message: "The day until which it could be extended has to be after the day it ends",
      });
  }
  return { contractEnds, extendableUntil, errors };
}

/** A year of two digits is a slip. */
function isDayOfContract(day: string): boolean {
  return isDay(day) && day.startsWith("20");
}
