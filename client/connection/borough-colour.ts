/**
 * The colour of a borough in one statement. Boroughs have names first, initials second, colours
 * third: colours are never alone.
 */

/**
 * Found by search, not by eye: white letters on them have a contrast of at least 4.5:1, and every
 * two of them look different with each kind of colour blindness. A test holds them to it.
 */
export const boroughColours = [
  "#7a3e9d",
  "#0b6e4f",
  "#9c4300",
  "#356deb",
  "#293365",
  "#d2066c",
  "#6a001e",
  "#1c09ce",
] as const;

/** @param boroughIds of the statement in the order they came; the same on every page */
export function boroughColour(boroughId: string, boroughIds: readonly string[]): string {
  const place = boroughIds.indexOf(boroughId);
  return boroughColours[Math.max(place, 0) % boroughColours.length] ?? boroughColours[0];
}
