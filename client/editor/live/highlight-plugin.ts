/**
 * Highlighted words inside an editor. Promises that they stay by their words while somebody types:
 * they are worked out anew a frame after the text changed, and until then they move with it.
 */
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type EditorState } from "@tiptap/pm/state";
import { Mapping, StepMap } from "@tiptap/pm/transform";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { Highlight } from "../../connection/highlights.ts";
import { highlightElement, makeElement } from "../text/highlight-element.ts";
import { textOffsets } from "../text/text-offsets.ts";

const key = new PluginKey<DecorationSet>("highlights");

export function highlightPlugin(): Extension {
  return Extension.create({
    name: "highlights",
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, drawn, before, now) {
            const fresh = transaction.getMeta(key) as DecorationSet | undefined;
            if (fresh) return fresh;
            return transaction.docChanged ? moveWithWords(drawn, before.doc, now.doc) : drawn;
          },
        },
        props: { decorations: (state: EditorState) => key.getState(state) },
      }),
    ],
  });
}

export function showHighlights(
  view: EditorView,
  highlights: readonly Highlight[],
  activeThread: string | null,
): void {
  const { doc, tr } = view.state;
  const shown = key.getState(view.state);
  if (highlights.length === 0 && !hasHighlights(view.state)) return;
  const { positionOf } = textOffsets(doc);
  const drawn = highlights.flatMap((highlight): Decoration[] => {
    const { kind, from, to } = highlight;
    const element = highlightElement(highlight, activeThread);
    const key = JSON.stringify(element);
    if (kind === "new") {
      // Behind the caret at its place: what is typed there comes before it.
      const look = { key, side: 5, ignoreSelection: true };
      return [Decoration.widget(positionOf(from), () => makeElement(element), look)];
    }
    if (from === to) return [];
    const { name: nodeName, attributes } = element;
    const look = { nodeName, ...attributes };
    return [Decoration.inline(positionOf(from), positionOf(to), look, { key })];
  });
  // At most keys they stand where they have moved to with the words already.
  if (placesOf(drawn) === placesOf(shown?.find() ?? [])) return;
  view.dispatch(tr.setMeta(key, DecorationSet.create(doc, drawn)).setMeta("addToHistory", false));
}

export function hasHighlights(state: EditorState): boolean {
  return (key.getState(state)?.find().length ?? 0) > 0;
}

function placesOf(decorations: readonly Decoration[]): string {
  const places = decorations.map(({ from, to, spec }) => {
    const { key: look = "" } = spec as { readonly key?: string };
    return `${from} ${to} ${look}`;
  });
  return places.toSorted().join("\n");
}

/**
 * The sync plugin replaces the whole document on every change from elsewhere, which would sweep all
 * decorations away; so they move by what really changed.
 */
function moveWithWords(drawn: DecorationSet, before: Node, now: Node): DecorationSet {
  const start = before.content.findDiffStart(now.content);
  const end = before.content.findDiffEnd(now.content);
  if (start === null || end === null) return drawn;
  // Where letters repeat, the ends can overlap the start.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const map = new StepMap([start, end.a + overlap - start, end.b + overlap - start]);
  return drawn.map(new Mapping([map]), now);
}
