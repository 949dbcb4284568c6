/**
 * Fields that somebody here asked for, or has open: on the page although they have no words. What
 * differs for a borough goes from the page again when it is left without words.
 */
import { useSyncExternalStore } from "react";
import { variationKeyOf } from "../../../shared/variations.ts";
import type { OpenField } from "../live/live-editor.ts";
import type { DocumentController } from "./document-controller.ts";

const none: readonly string[] = [];

/** Names of the fields asked for in one item; the same array until that changes. */
export function useAskedField(controller: DocumentController, itemId: string): readonly string[] {
  const { askedFields } = controller;
  return useSyncExternalStore(askedFields.subscribe, () => askedFields.value.get(itemId) ?? none);
}

/** Shows a field and puts the caret in it. */
export function askForField(controller: DocumentController, itemId: string, field: string): void {
  keepShown(controller, itemId, field);
  controller.whenShown(() => controller.open({ itemId, field }, { at: "end" }));
}

/**
 * Keeps what differs for a borough on the page for as long as it is open, also when somebody else
 * empties it meanwhile.
 * @returns a function that stops
 */
export function followVariations(controller: DocumentController): () => void {
  const { live } = controller;
  let last: OpenField | null = null;
  return live.subscribe(() => {
    const { open } = live;
    if (open === last) return;
    const left = last;
    last = open;
    if (open && variationKeyOf(open.field) !== null) keepShown(controller, open.itemId, open.field);
    if (left && variationKeyOf(left.field) !== null) letGo(controller, left.itemId, left.field);
  });
}

function keepShown({ askedFields }: DocumentController, itemId: string, field: string): void {
  const asked = askedFields.value.get(itemId) ?? none;
  if (!asked.includes(field))
    askedFields.set(new Map(askedFields.value).set(itemId, [...asked, field]));
}

function letGo({ askedFields }: DocumentController, itemId: string, field: string): void {
  const asked = askedFields.value.get(itemId) ?? none;
  const rest = asked.filter((one) => one !== field);
  askedFields.set(new Map(askedFields.value).set(itemId, rest));
}
