/**
 * Puts a paragraph to write in into every cell and list point that an edit here made without one: the
 * schema asks for none, so that no page ever takes away what another one wrote.
 */
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import { comesFromText } from "./field-binding.ts";

export function fillEmpty(): Extension {
  return Extension.create({
    name: "fillEmpty",
    addProseMirrorPlugins: () => [
      new Plugin({
        appendTransaction(transactions, _before, now) {
          const isEdited = transactions.some((one) => one.docChanged && !comesFromText(one));
          const places = isEdited ? emptyPlaces(now.doc) : [];
          if (places.length === 0) return null;
          const { tr } = now;
          // From the end, so that the places before stay where they are.
          for (const place of places.toReversed()) tr.insert(place, now.schema.node("paragraph"));
          // Where nothing was left, nothing could hold the caret: the next Backspace has to find one.
          if (now.doc.childCount === 0) tr.setSelection(TextSelection.atStart(tr.doc));
          return tr;
        },
      }),
    ],
  });
}

const holdsBlocks = new Set(["tableCell", "tableHeader", "listItem"]);

function emptyPlaces(doc: Node): number[] {
  const places = doc.childCount === 0 ? [0] : [];
  doc.descendants((node, position) => {
    if (holdsBlocks.has(node.type.name) && node.childCount === 0) places.push(position + 1);
    return !node.isTextblock;
  });
  return places;
}
