/** The words that changed since somebody linked items or agreed to one, item by item and field by field. */
import "./changed-words.css";
import type { ReactNode } from "react";
import { defaultPriorityWords, isPriority } from "../../shared/item-kinds.ts";
import type { Change } from "../../shared/changed-since.ts";
import { Difference } from "./difference.tsx";

/** An item, by the name it is spoken of, and what it says differently. */
export interface ChangedItem {
  readonly name: string;
  readonly changes: readonly Change[];
}

export function ChangedWords({ items }: { readonly items: readonly ChangedItem[] }): ReactNode {
  return (
    <dl className="changed-words">
      {items.flatMap(({ name, changes }) =>
        changes.map((change) => (
          <ChangedPart key={`${name} ${keyOf(change)}`} name={name} change={change} />
        )),
      )}
    </dl>
  );
}

function ChangedPart({ name, change }: { name: string; change: Change }): ReactNode {
  return (
    <div>
      <dt>
        {name}, {partLabel(change)}
      </dt>
      <dd>{partWords(change)}</dd>
    </div>
  );
}

function keyOf(change: Change): string {
  return change.part === "field" ? `field ${change.field}` : change.part;
}

function partLabel(change: Change): string {
  switch (change.part) {
    case "field":
      return change.label.toLowerCase();
    case "variation":
      return "what differs for the borough";
    case "priority":
      return "priority";
    case "removed":
      return "whether it is taken forward";
  }
}

function partWords(change: Change): ReactNode {
  switch (change.part) {
    case "variation":
    case "field": {
      const isSame = change.pieces.every(({ state }) => state === "same");
      return isSame ? (
        "The words are the same; the formatting changed."
      ) : (
        <Difference pieces={change.pieces} />
      );
    }
    case "priority":
      return (
        <Difference
          pieces={[
            { state: "gone", text: priorityWord(change.before) },
            { state: "same", text: " " },
            { state: "new", text: priorityWord(change.after) },
          ]}
        />
      );
    case "removed":
      return change.after ? "It is not taken forward any more." : "It was put back.";
  }
}

function priorityWord(priority: string | null): string {
  return isPriority(priority) ? defaultPriorityWords[priority] : "no priority";
}
