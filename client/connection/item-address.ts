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
