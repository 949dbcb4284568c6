/**
 * What a row shows of its item. Promises that a key in a field of it renders nothing: the open editor shows the
 * words itself, and the row takes them in when the field is left, or with whatever else changes in the item.
 */
import { equalityDeep } from "lib0/function";
import { useCallback, useRef, useSyncExternalStore } from "react";
import { itemKinds } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { needLead, type NeedParts } from "../../../shared/need-sentence.ts";
import { hasWords, plainText } from "../../../shared/plain-text.ts";
import { highlightStoreOf, type ItemDrawing } from "../../connection/highlights.ts";
import { useEditor } from "./editor-context.tsx";

export interface ShownRow {
  readonly item: Item | undefined;
  readonly drawing: ItemDrawing;
}

export function useShownRow(id: string): ShownRow {
  const { session, written } = useEditor().controller;
  const store = highlightStoreOf(session);
  const last = useRef<ShownRow | null>(null);
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [store.subscribeItem(id, listener), written.subscribe(id, listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [store, written, id],
  );
  return useSyncExternalStore(subscribe, () => {
    const { current } = last;
    const now = { item: session.items.item(id), drawing: store.drawingOf(id) };
    const isSame = current?.item === now.item && current?.drawing === now.drawing;
    if (current && (isSame || looksTheSameAround(written.of(id), current, now))) return current;
    last.current = now;
    return now;
  });
}

/** Whether only the words of this field, and where they are highlighted, are others than before. */
function looksTheSameAround(field: string | null, before: ShownRow, now: ShownRow): boolean {
  if (field === null || !before.item || !now.item) return false;
  return (
    aroundField(before.item, field) === aroundField(now.item, field) &&
    (before.drawing === now.drawing ||
      drawnAround(before.drawing, field) === drawnAround(now.drawing, field)) &&
    equalityDeep(withoutWords(before.item, field), withoutWords(now.item, field))
  );
}

/** What stands outside a field and hangs on its words: whether it is shown, and the words that lead up to it. */
function aroundField({ kind, fields }: Item, name: string): string {
  const text = fields[name];
  const isLed = itemKinds[kind].fields.some((field) => field.name === name && field.lead);
  const lead = text && isLed ? needLead(name as keyof NeedParts, plainText(text)) : "";
  return `${hasWords(text)} ${lead}`;
}

/** Where the highlights of the open field are, the editor is told. */
function drawnAround({ highlights, asIf }: ItemDrawing, open: string): string {
  const drawn = [...highlights].map(([field, those]) => [
    field,
    field === open ? those.map(({ threadId, kind }) => [threadId, kind]) : those,
  ]);
  return JSON.stringify([drawn, [...asIf]]);
}

function withoutWords(item: Item, field: string): unknown {
  return field in item.fields ? { ...item, fields: { ...item.fields, [field]: null } } : item;
}
