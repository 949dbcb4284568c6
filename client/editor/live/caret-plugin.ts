/**
 * Other people's carets and selections in the field one is in: a line in the borough's colour with
 * the person's name, which shows when the caret moves and then fades. Positions hold on to letters.
 */
import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, type EditorState } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { PersonHere, PresenceStore } from "../../connection/presence-store.ts";
import { comesFromText, fromLasting } from "./field-binding.ts";

const key = new PluginKey<DecorationSet>("carets");

interface Where {
  readonly itemId: string;
  readonly field: string;
}

export function caretPlugin(presence: PresenceStore, where: Where): Extension {
  return Extension.create({
    name: "carets",
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, drawn, _before, now) {
            if (comesFromText(transaction) || transaction.getMeta(key) === true)
              return drawCarets(now, peopleAt(presence, where));
            // What is typed here reaches the fragment, by which positions are found, only afterwards.
            return drawn.map(transaction.mapping, transaction.doc);
          },
        },
        props: { decorations: (state: EditorState) => key.getState(state) },
        view(view) {
          let known: readonly PersonHere[] = [];
          const look = (): void => {
            const people = peopleAt(presence, where);
            const isSame = people.length === known.length && people.every((p, i) => p === known[i]);
            if (isSame || view.isDestroyed) return;
            known = people;
            view.dispatch(view.state.tr.setMeta(key, true).setMeta("addToHistory", false));
          };
          look();
          return { destroy: presence.subscribe(look) };
        },
      }),
    ],
  });
}

function peopleAt(presence: PresenceStore, { itemId, field }: Where): PersonHere[] {
  return presence.others().filter(({ place }) => place?.itemId === itemId && place.field === field);
}

function drawCarets(state: EditorState, people: readonly PersonHere[]): DecorationSet {
  const drawn = people.flatMap((person) => {
    const { clientId, colour, place } = person;
    const anchor = fromLasting(state, place?.from);
    const head = fromLasting(state, place?.to);
    if (anchor === null || head === null) return [];
    const caret = Decoration.widget(head, () => caretElement(person), {
      // A new key for a new place: the name shows again.
      key: `${clientId} ${JSON.stringify(place?.to)}`,
      side: 10,
      ignoreSelection: true,
    });
    if (anchor === head) return [caret];
    const selected = Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
      class: "others-selection",
      style: `--person: ${colour}`,
    });
    return [selected, caret];
  });
  return DecorationSet.create(state.doc, drawn);
}

function caretElement({ name, boroughName, colour }: PersonHere): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "others-caret";
  caret.style.setProperty("--person", colour);
  // The badge beside the item says the same to a screen reader.
  caret.ariaHidden = "true";
  // Drawn by the style sheet: letters here would be among those that are copied and searched.
  caret.dataset["name"] = `${name}, ${boroughName}`;
  return caret;
}
