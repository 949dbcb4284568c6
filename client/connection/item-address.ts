/** The address of an item on the page where it is written. The item's element has the id that `itemElementId` gives. */

export function itemElementId(itemId: string): string {
  return `item-${itemId}`;
}

export function itemAddress(statementId: string, itemId: string): string {
  return `/statements/${statementId}#${itemElementId(itemId)}`;
}

/** Given along with the address: whoever comes there begins to write at once. */
export const toWrite: { readonly toWrite: true } = { toWrite: true };

/** @param state what a link or a step gave along, of any shape */
export function isToWrite(state: unknown): boolean {
  return typeof state === "object" && state !== null && "toWrite" in state;
}

/** The page that brings items of other statements in, below an item or at the end. */
export function bringInAddress(statementId: string, below: string | null): string {
  const address = `/statements/${statementId}/bring-in`;
  return below === null ? address : `${address}?below=${encodeURIComponent(below)}`;
}

/** @param hash of an address, with its sign */
export function itemIdOfHash(hash: string): string | null {
  return /^#item-(.+)$/.exec(hash)?.[1] ?? null;
}

/** Asked for instead of a section: all of them, however many. */
export const wholeStatement = "all";

/** The section that an address asks for by an item in it, `wholeStatement`, or null. */
export function sectionAsked(search: string): string | null {
  return new URLSearchParams(search).get("section");
}

/** The same address for another section. */
export function searchForSection(search: string, section: string): string {
  const asked = new URLSearchParams(search);
  asked.set("section", section);
  return `?${asked}`;
}
