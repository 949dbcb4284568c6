/** Replaces words in a field as a person would: the letters around them stay the same letters. */
import type * as Y from "yjs";
import { layOut } from "../../shared/field-layout.ts";

/** @throws Error when the words are not in the field */
export function replaceWords(fragment: Y.XmlFragment | null, words: string, by: string): void {
  const layout = fragment && layOut(fragment);
  const place = layout?.placeOfLetter(layout.text.indexOf(words));
  if (!place) throw new Error(`There is no “${words}” to replace.`);
  place.node.delete(place.index, words.length);
  place.node.insert(place.index, by);
}
