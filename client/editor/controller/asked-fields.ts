/** Optional fields that somebody here asked for: on the page although they have no words yet. */
import { useSyncExternalStore } from "react";
import type { DocumentController } from "./document-controller.ts";

const none: readonly string[] = [];

/** Names of the fields asked for in one item; the same array until that changes. */
export function useAskedField(controller: DocumentController, itemId: string): readonly string[] {
  const { askedFields } = controller;
  return useSyncExternalStore(askedFields.subscribe, () => askedFields.value.get(itemId) ?? none);
}

/** Shows a field and puts the caret in it. */
export function askForField(controller: DocumentController, itemId: string, field: string): void {
  const { askedFields } = controller;
  const asked = askedFields.value.get(itemId) ?? none;
  if (!asked.includes(field))
    askedFields.set(new Map(askedFields.value).set(itemId, [...asked, field]));
  controller.whenShown(() => controller.open({ itemId, field }, { at: "end" }));
}
