/**
 * Three ways to see the text while suggested wording waits: as it is, with what would go and come, or
 * as if all of it were accepted. Says which it is; gone while nothing waits.
 */
import { useCallback, useSyncExternalStore, type ReactNode } from "react";
import type { RecordState } from "../../../shared/record-state.ts";
import { highlightStoreOf } from "../../connection/highlights.ts";
import { useRecord, useSession } from "../../connection/hooks.ts";
import type { SuggestionView } from "../../connection/suggestion-drawing.ts";
import { useEditor } from "../rows/editor-context.tsx";

const views: readonly (readonly [SuggestionView, string])[] = [
  ["as-is", "As it is"],
  ["marked", "With suggestions"],
  ["accepted", "As if accepted"],
];

export function SuggestionViews(): ReactNode {
  const session = useSession();
  const { mayWrite } = useEditor();
  const store = highlightStoreOf(session);
  const view = useSyncExternalStore(store.subscribe, store.view);
  const { items } = session;
  const waiting = useRecord(
    useCallback(
      ({ threads }: RecordState) =>
        [...threads.values()].filter(
          ({ suggests, anchor }) =>
            suggests?.outcome === null && !items.item(anchor.itemId)?.removed,
        ).length,
      [items],
    ),
  );
  if (waiting === 0) return null;
  return (
    <fieldset className="suggestion-views">
      <legend>{waiting === 1 ? "1 suggestion" : `${waiting} suggestions`}</legend>
      {views.map(([value, label]) => (
        <label key={value} htmlFor={`suggestions-${value}`}>
          <input
            type="radio"
            id={`suggestions-${value}`}
            name="suggestions"
            checked={value === view}
            onChange={() => store.setView(value)}
          />
          {label}
        </label>
      ))}
      {view === "accepted" && (
        <p>
          {mayWrite
            ? "Words with dots under them are not in the text yet. Where you write, it shows as it is."
            : "Words with dots under them are not in the text yet."}
        </p>
      )}
    </fieldset>
  );
}
