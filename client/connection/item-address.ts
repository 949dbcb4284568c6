/** The address of an item on the page where it is written. The item's element has the id that `itemElementId` gives. */

export function itemElementId(itemId: string): string {
  return `item-${itemId}`;
}

export function itemAddress(statementId: string, itemId: string): string {
  return `/statements/${statementId}#${itemElementId(itemId)}`;
}
