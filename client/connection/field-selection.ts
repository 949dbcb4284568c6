/** Words chosen in a field, or a whole item: what a comment or a link is about. */

/** Offsets in the field's plain text, blocks parted by one line break. */
export interface FieldSelection {
  readonly itemId: string;
  readonly field: string;
  readonly from: number;
  readonly to: number;
}

export interface WholeItem {
  readonly itemId: string;
}

export type ChosenPlace = FieldSelection | WholeItem;

export function isFieldSelection(place: ChosenPlace): place is FieldSelection {
  return "field" in place;
}
