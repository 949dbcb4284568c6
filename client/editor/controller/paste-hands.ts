/** What the document does with a paste that is too long, or that could be several items. */
import { Fragment, Slice, type Node } from "@tiptap/pm/model";
import { itemKinds, mainField } from "../../../shared/item-kinds.ts";
import type { RichNode, RichText } from "../../../shared/rich-text.ts";
import { announce } from "../../controls/announcer.tsx";
import { makeItems } from "../acts/make-items.ts";
import type { FieldPlace } from "../live/field-place.ts";
import { joinLines } from "../live/field-limits.ts";
import { longestPaste, type PasteHands } from "../live/paste.ts";
import type { DocumentController } from "./document-controller.ts";

/** Paragraphs that came into one field and could be one item each. */
export interface PasteOffer extends FieldPlace {
  readonly parts: readonly Node[];
  /** The paste as a step of undo. */
  readonly step: unknown;
}

export function pasteHandsFor(controller: DocumentController): PasteHands {
  const { session } = controller;
  return {
    refusePaste(letters) {
      const words = `That is too much to paste at once: ${letters.toLocaleString("en-GB")} letters. Paste up to ${longestPaste.toLocaleString("en-GB")}, or import a file.`;
      controller.notice.set({ words });
    },
    closeStep: () => session.undo.stopCapturing(),
    offerParts(parts) {
      const { open } = controller.live;
      if (!open) return;
      const { itemId, field } = open;
      controller.pasteOffer.set({ itemId, field, parts, step: session.undo.undoStack.at(-1) });
      announce(`${parts.length} paragraphs pasted. Press Alt and F10 to make them one item each.`);
    },
  };
}

/**
 * Takes the paste back and makes an item of each part: the first stays in a field that was empty.
 * Only while the paste is the last thing that was done here.
 */
export function partPaste(controller: DocumentController, offer: PasteOffer): void {
  const { session, live } = controller;
  const kind = controller.kindOf(offer.itemId);
  controller.pasteOffer.set(null);
  if (!kind || session.undo.undoStack.at(-1) !== offer.step) return;
  session.undo.undo();
  const view = live.view;
  let rest = offer.parts;
  const [first] = offer.parts;
  session.undo.stopCapturing();
  if (view && first && view.state.doc.textContent === "") {
    const words = partContent(first, itemKinds[kind].fields[0]?.lines === "one");
    view.dispatch(view.state.tr.replaceSelection(new Slice(Fragment.from(words), 0, 0)));
    rest = offer.parts.slice(1);
  }
  const { me } = session;
  const ids = makeItems(
    session,
    offer.itemId,
    rest.map((part) => ({
      kind,
      raisedBy: [me.boroughId],
      fields: { [mainField(kind)]: richTextOf(part) },
    })),
  );
  const last = ids.at(-1);
  if (last !== undefined)
    controller.whenShown(() =>
      controller.open({ itemId: last, field: mainField(kind) }, { at: "end" }),
    );
}

function partContent(part: Node, isLine: boolean): readonly Node[] {
  return isLine ? joinLines(part.content, part.type.schema) : part.content.content;
}

function richTextOf(part: Node): RichText {
  const paragraph = part.type.schema.node("paragraph", null, part.content);
  return { type: "doc", content: [paragraph.toJSON() as RichNode] };
}
