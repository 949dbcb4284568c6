/** What marks a field in a Word file, and the comments on its words. */
import type { Item } from "../../../shared/items.ts";
import { variationKeyOf } from "../../../shared/variations.ts";
import { markName } from "./marks.ts";
import type { Ends, Pen } from "./pen.ts";
import type { WordComments } from "./word-comments.ts";
import type { Range } from "./write-text.ts";

/** What everything in the body is written with. */
export interface Body {
  readonly pen: Pen;
  readonly comments: WordComments;
}

/** @param name of the field, or `variation:…` */
export function settingOf(
  item: Item,
  name: string,
  { pen, comments }: Body,
): { readonly pen: Pen; readonly mark: Ends; readonly ranges: readonly Range[] } {
  const key = variationKeyOf(name);
  const mark = pen.bookmark(
    key === null
      ? markName({ of: "field", kind: item.kind, field: name, itemId: item.id })
      : markName({ of: "variation", tail: key.slice(key.lastIndexOf(":") + 1) }),
  );
  return { pen, mark, ranges: comments.ranges(item.id, name) };
}
