/** The text of a statement at one moment, without the record: what a version keeps. */
import type { Priority } from "./item-kinds.ts";
import type { Item } from "./items.ts";

export interface TextThen {
  readonly title: string;
  readonly priorityWords: Readonly<Record<Priority, string>>;
  /** Every field of every item, in the order of the statement, removed ones too. */
  readonly items: readonly Item[];
}
