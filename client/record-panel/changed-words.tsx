/** The words that changed since somebody linked two items, item by item and field by field. */
import type { ReactNode } from "react";
import { defaultPriorityWords, isPriority } from "../../shared/item-kinds.ts";
import type { Change, LinkChanges } from "../../shared/changed-since.ts";
import { Difference } from "./difference.tsx";

interface ChangedWordsProps {
  readonly changes: LinkChanges;
  readonly requirementName: string;
  readonly needName: string;
}

export function ChangedWords({ changes, ...names }: ChangedWordsProps): ReactNode {
  const { requirement, need } = changes;
  return (
    <dl className="changed-words">
      {requirement.map((change) => (
        <ChangedPart key={keyOf(change)} name={names.requirementName} change={change} />
      ))}
      {need.map((change) => (
        <ChangedPart key={keyOf(change)} name={names.needName} change={change} />
      ))}
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
