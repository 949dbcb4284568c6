/** One row of a preview: what becomes of it, what it says, and whether it is taken. */
import { memo, useId, type ReactNode } from "react";
import type { ChangedPart, ImportChange } from "../../shared/import-changes.ts";
import {
  allKinds,
  defaultPriorityWords,
  itemKinds,
  type ItemKind,
} from "../../shared/item-kinds.ts";
import { differenceOf } from "../../shared/text-difference.ts";
import { Tag } from "../controls/tag.tsx";
import { Difference } from "../words/difference.tsx";
import { AskRow } from "./ask-row.tsx";
import { canBeTaken } from "./preview-choices.ts";
import { stateWords } from "./state-words.ts";

export interface ChangeRowProps {
  readonly change: ImportChange;
  readonly isLeft: boolean;
  /** Undefined while nobody has answered. */
  readonly answer: string | null | undefined;
  readonly kind: ItemKind;
  readonly links: number;
  readonly onLeave: (change: ImportChange, isLeft: boolean) => void;
  readonly onAnswer: (change: ImportChange, itemId: string | null) => void;
  readonly onKind: (change: ImportChange, kind: ItemKind) => void;
}

/** Drawn again only when something about it changes: there may be thousands. */
export const ChangeRow: (props: ChangeRowProps) => ReactNode = memo(function ChangeRow(
  props: ChangeRowProps,
) {
  const { change, isLeft, answer, kind, links, onLeave, onAnswer, onKind } = props;
  const { state, words, section, where, note, parts, priority } = change;
  const { label, look } = stateWords[state];
  const name = nameOf(change);
  const id = useId();
  const isItsOwn = state === "new" || (state === "ask" && answer === null);
  return (
    <li className={isLeft ? "import-change import-change-left" : "import-change"}>
      <div className="import-take">
        {canBeTaken(change) ? (
          <input
            type="checkbox"
            aria-label={`Take ${name}`}
            checked={!isLeft}
            onChange={({ target }) => onLeave(change, !target.checked)}
          />
        ) : null}
      </div>
      <div className="import-change-body">
        <p className="import-change-head">
          <Tag look={look}>{label}</Tag> <b>{name}</b>
          {priority === null ? null : <span>{defaultPriorityWords[priority]}</span>}
          {section === "" || change.kind === "section" ? null : <span>in {section}</span>}
          {where === "" ? null : <span>{where}</span>}
        </p>
        <p className={change.kind === "section" ? "import-words import-heading" : "import-words"}>
          {words === "" ? "No words" : words}
        </p>
        {parts.length > 0 ? (
          <dl className="import-parts">
            {parts.map((part) => (
              <div key={part.label}>
                <dt>{part.label}</dt>
                <dd>
                  <PartChange part={part} />
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
        {state === "ask" && !isLeft ? (
          <AskRow change={change} answer={answer} onAnswer={(itemId) => onAnswer(change, itemId)} />
        ) : null}
        {note === "" ? null : <p className="import-note">{note}</p>}
        {links === 0 ? null : (
          <p className="import-note">
            {links === 1 ? "Links to 1 need or outcome." : `Links to ${links} needs or outcomes.`}
          </p>
        )}
      </div>
      {isItsOwn && !isLeft ? (
        <p className="import-kind">
          <label htmlFor={id} className="only-read-out">
            Kind of {name}
          </label>
          <select
            id={id}
            className="field-input"
            value={kind}
            onChange={({ target: { value } }) => {
              const chosen = allKinds.find((one) => one === value);
              if (chosen) onKind(change, chosen);
            }}
          >
            {allKinds.map((one) => (
              <option key={one} value={one}>
                {itemKinds[one].label}
              </option>
            ))}
          </select>
        </p>
      ) : null}
    </li>
  );
});

function PartChange({
  part: { before, after, isLook },
}: {
  readonly part: ChangedPart;
}): ReactNode {
  if (isLook) return "The words are the same; how they look changes.";
  return <Difference pieces={differenceOf(before, after)} />;
}

/** "R-12", "R-12 (S-1)", "S-1", "Requirement". */
function nameOf({ reference, fileReference, kind }: ImportChange): string {
  if (reference !== "")
    return fileReference === "" || fileReference === reference
      ? reference
      : `${reference} (${fileReference})`;
  return fileReference === "" ? itemKinds[kind].label : fileReference;
}
