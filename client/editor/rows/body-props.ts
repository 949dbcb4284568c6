/** What the body of every kind of item is given. */
import type { Item } from "../../../shared/items.ts";
import type { ItemHighlights } from "../../connection/highlights.ts";

export interface BodyProps {
  readonly item: Item;
  /** Null until the server gives one. */
  readonly reference: string | null;
  /** "Requirement R-12" */
  readonly name: string;
  readonly highlights: ItemHighlights;
}
