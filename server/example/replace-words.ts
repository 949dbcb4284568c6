/** Replaces words in a field as a person would: the letters around them stay the same letters. */
import type * as Y from "yjs";
import { layOut } from "../../shared/field-layout.ts";
import type { RichNode, RichText } from "../../shared/rich-text.ts";

/** @throws Error when the words are not in the field */
export function replaceWords(fragment: Y.XmlFragment | null, words: string, by: string): void {
  const layout = fragment && layOut(fragment);
  const place = layout?.placeOfLetter(layout.text.indexOf(words));
  if (!place) throw new Error(`There is no “${words}” to replace.`);
  place.node.delete(place.index, words.length);
  place.node.insert(place.index, by);
}

/** The text with other words in their place, where they stand in one run of letters. */
export function replaceInText(text: RichText, words: string, by: string): RichText {
  const inNode = (node: RichNode): RichNode => ({
    ...node,
    ...(node.text === undefined ? {} : { text: node.text.replace(words, by) }),
    ...(node.content ? { content: node.content.map(inNode) } : {}),
  });
  return { ...text, content: text.content.map(inNode) };
}
