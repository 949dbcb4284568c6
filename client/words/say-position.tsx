/**
 * "Same for us", "Same, but…", "Not us", "We object": says what a borough thinks of an item, on the
 * words that the person has read. Whoever does not agree for the borough proposes it with the same
 * buttons. Promises that what was begun to be written is not lost.
 */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { defaultPriorityWords, allPriorities, type Priority } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import {
  allStances,
  needsWords,
  stanceWords,
  type Position,
  type Stance,
} from "../../shared/position.ts";
import { positionState } from "../../shared/position-state.ts";
import { fingerprintOf } from "../../shared/seen.ts";
import { useMay, useMe } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { SelectField } from "../controls/select-field.tsx";
import { Refused } from "./refused.tsx";
import { useCommand, type UseCommand } from "./use-command.ts";
import { WordsForm } from "./words-form.tsx";
import "./say-position.css";

interface SayPositionProps {
  /** As the person has read it. The server says no when it says something else by now. */
  readonly item: Item;
  /** "R-9". */
  readonly name: string;
  /** What the borough says about it now, or what is proposed. */
  readonly standing: Position | undefined;
  readonly onSaid: (stance: Stance) => void;
  /** The words are no longer those that the person has read. */
  readonly onTextChanged: () => void;
}

export function SayPosition(props: SayPositionProps): ReactNode {
  const { item, name, standing, onSaid, onTextChanged } = props;
  const me = useMe();
  const mayTake = useMay("take-position");
  const mayPropose = useMay("propose-position");
  const [asking, setAsking] = useState<Stance | null>(null);
  const [priority, setPriority] = useState<Priority | null>(standing?.priority ?? null);
  const [hasOwnPriority, setOwnPriority] = useState(priority !== null);
  const onRefused = (code: UseCommand["code"]): void => {
    if (code === "text-changed") onTextChanged();
  };
  const { run, isRunning, problem } = useCommand(onRefused);
  if (!mayTake && !mayPropose) return null;

  const command = mayTake ? "take-position" : "propose-position";
  const args = (stance: Stance, words: string): object => ({
    itemId: item.id,
    stance,
    words,
    priority,
    seen: fingerprintOf(item, me.boroughId),
  });
  const say = async (stance: Stance): Promise<void> => {
    setAsking(null);
    if (await run(command, args(stance, ""))) onSaid(stance);
  };
  const isStanding = (stance: Stance): boolean =>
    standing?.stance === stance && positionState(item, me.boroughId, standing) === "current";
  return (
    <div className="say-position">
      {hasOwnPriority && item.priority !== null && (
        <PriorityForUs
          item={item}
          name={me.boroughName}
          value={priority}
          isAskedFor={priority === null}
          onChange={setPriority}
        />
      )}
      <fieldset className="say-buttons">
        <legend className={mayTake ? "only-read-out" : "field-label"}>
          {`${mayTake ? "What" : "Propose what"} ${me.boroughName} says about ${name}`}
        </legend>
        {allStances.map((stance) => (
          <Button
            key={stance}
            className={`say-${stance}`}
            aria-pressed={isStanding(stance)}
            aria-expanded={needsWords(stance) ? asking === stance : undefined}
            busy={isRunning}
            onClick={() => {
              if (needsWords(stance)) setAsking(asking === stance ? null : stance);
              else void say(stance);
            }}
          >
            {stanceWords[stance].button}
          </Button>
        ))}
      </fieldset>
      <Refused problem={problem} />
      {asking !== null && (
        <WordsForm
          key={asking}
          label={asking === "object" ? "Why?" : "Which change?"}
          hint="Everybody in this statement reads it and can answer."
          draftKey={`${asking} ${item.id}`}
          initial={standing?.stance === asking ? standing.words : ""}
          saveLabel={saveLabel(asking, mayTake)}
          emptyMessage={asking === "object" ? "Say why." : "Say which change."}
          command={command}
          args={(words) => args(asking, words)}
          onRefused={onRefused}
          onDone={(saved) => {
            setAsking(null);
            if (saved) onSaid(asking);
          }}
        />
      )}
      {item.priority !== null && !hasOwnPriority && (
        <Button look="plain" onClick={() => setOwnPriority(true)}>
          Another priority for {me.boroughName}…
        </Button>
      )}
    </div>
  );
}

function saveLabel(stance: Stance, mayTake: boolean): string {
  if (!mayTake) return "Propose it";
  return stance === "object" ? "Object" : "Agree with this change";
}

interface PriorityProps {
  readonly item: Item;
  readonly name: string;
  readonly value: Priority | null;
  /** It takes the place of the button that had the focus. */
  readonly isAskedFor: boolean;
  readonly onChange: (priority: Priority | null) => void;
}

function PriorityForUs({ item, name, value, isAskedFor, onChange }: PriorityProps): ReactNode {
  const id = `priority-for-${item.id}`;
  const takesFocus = useRef(isAskedFor);
  useEffect(() => {
    if (takesFocus.current) document.getElementById(id)?.focus();
  }, [id]);
  const written = item.priority === null ? "" : defaultPriorityWords[item.priority];
  return (
    <SelectField
      id={id}
      label={`Priority for ${name}`}
      value={value ?? "same"}
      options={[
        { value: "same", label: `As written: ${written}` },
        ...allPriorities
          .filter((priority) => priority !== item.priority)
          .map((priority) => ({ value: priority, label: defaultPriorityWords[priority] })),
      ]}
      onChange={(chosen) => onChange(chosen === "same" ? null : chosen)}
    />
  );
}
