/**
 * The colour of a borough in one statement. Boroughs have names first, initials second, colours third.
 *
 * After Okabe and Ito, "Color Universal Design" (2008), darkened until white letters on them have a
 * contrast of at least 4.5:1; told apart with the common kinds of colour blindness.
 */
const colours = [
  "#7a3e9d",
  "#0b6e4f",
  "#a33b20",
  "#1f5fa8",
  "#8a5a00",
  "#b0287d",
  "#3f5c66",
  "#5b6b00",
] as const;

/** @param boroughIds of the statement in the order they came; the same on every page */
export function boroughColour(boroughId: string, boroughIds: readonly string[]): string {
  const place = boroughIds.indexOf(boroughId);
  return colours[Math.max(place, 0) % colours.length] ?? colours[0];
}
