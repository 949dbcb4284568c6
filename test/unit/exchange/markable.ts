/** Which items of a generated statement its Word file holds, and whether each can be marked there. */
import { markName } from "../../../server/exchange/docx/marks.ts";
import type { Item } from "../../../shared/items.ts";
import { itemHasWords } from "../../../shared/items.ts";
import { mainField } from "../../../shared/item-kinds.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";

/** In the order of the statement. */
export function writtenItems({ items }: WholeStatement): Item[] {
  return items.filter((item) => item.removed === null && itemHasWords(item));
}

/**
 * Generated ids have so many signs in them that some fit no bookmark's name (one id in 10¹² of ours does);
 * a statement without items cannot come back.
 */
export function isMarkable(whole: WholeStatement): boolean {
  const written = writtenItems(whole);
  const fits = ({ id, kind, variations }: Item): boolean =>
    markName({ of: "field", kind, field: mainField(kind), itemId: id }) !== null &&
    variations.every(
      ({ key }) => markName({ of: "variation", tail: key.replace(/^.*:/, "") }) !== null,
    );
  return written.length > 0 && written.every(fits);
}
