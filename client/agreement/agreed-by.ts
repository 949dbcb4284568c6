/** "agreed by all four", after a number of items. */

const small = ["", "", "", "three", "four", "five", "six", "seven", "eight", "nine"];

/** @param boroughs how many take part */
export function agreedBy(boroughs: number): string {
  if (boroughs < 2) return "agreed";
  if (boroughs === 2) return "agreed by both";
  return `agreed by all ${small[boroughs] ?? boroughs}`;
}
