/**
 * How an item's wording could be better: one quiet word under it, which opens the hints with their
 * reasons. Never in the way of writing.
 */
import { useId, useState, type ReactNode } from "react";
import { useMay, useRecord } from "../connection/hooks.ts";
import type { Decision } from "../../shared/record-state.ts";
import type { Hint } from "../../shared/wording-checks.ts";
import { Button } from "../controls/button.tsx";
import { Moment } from "../words/deed-line.tsx";
import { Refused } from "../words/refused.tsx";
import { useCommand } from "../words/use-command.ts";
import { WordsForm } from "../words/words-form.tsx";
import { useItemHints, type ItemHints as Hints } from "./use-hints.ts";
import "./hints.css";

export function ItemHints({ itemId }: { readonly itemId: string }): ReactNode {
  const hints = useItemHints(itemId);
  const mayComment = useMay("comment");
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const count = hints.open.length + hints.dismissed.length;
  // Who only reads has nothing to do with how it is worded.
  if (!mayComment || count === 0) return null;
  return (
    <div className="item-hints">
      <Button
        look="plain"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {inWords(hints)}
      </Button>
      {isOpen && (
        <ul id={id} className="hint-list">
          {hints.open.map((hint) => (
            <OpenHint
              key={`${hint.check} ${hint.field} ${hint.says}`}
              itemId={itemId}
              hint={hint}
            />
          ))}
          {hints.dismissed.map(({ hint, decision }) => (
            <DismissedHint
              key={`${hint.check} ${hint.field} ${hint.says}`}
              itemId={itemId}
              hint={hint}
              decision={decision}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function inWords({ open, dismissed }: Hints): string {
  if (open.length === 0)
    return dismissed.length === 1 ? "1 hint dismissed" : `${dismissed.length} hints dismissed`;
  return open.length === 1 ? "1 hint" : `${open.length} hints`;
}

interface HintProps {
  readonly itemId: string;
  readonly hint: Hint;
}

function OpenHint({ itemId, hint }: HintProps): ReactNode {
  const maySettle = useMay("settle");
  const [isAsking, setAsking] = useState(false);
  return (
    <li>
      <p>
        <b>{hint.says}.</b> {hint.why}{" "}
        {maySettle && !isAsking && (
          <Button look="plain" onClick={() => setAsking(true)}>
            Dismiss…
          </Button>
        )}
      </p>
      {isAsking && (
        <WordsForm
          label="It does not matter here, because"
          draftKey={`dismiss ${hint.check} ${itemId}`}
          rows={2}
          saveLabel="Dismiss"
          emptyMessage="Say why it does not matter here."
          command="dismiss-hint"
          args={(why) => ({ itemId, check: hint.check, why })}
          onDone={() => setAsking(false)}
        />
      )}
    </li>
  );
}

function DismissedHint({
  itemId,
  hint,
  decision,
}: HintProps & { readonly decision: Decision }): ReactNode {
  const maySettle = useMay("settle");
  const who = useRecord((record) => record.people.get(decision.personId)?.name ?? "Someone");
  const { run, isRunning, problem } = useCommand();
  return (
    <li className="hint-dismissed">
      <p>
        {hint.says}. Dismissed by {who}, <Moment at={decision.at} />: {decision.why}{" "}
        {maySettle && (
          <Button
            look="plain"
            busy={isRunning}
            onClick={() => void run("restore-hint", { itemId, check: hint.check })}
          >
            Give it again
          </Button>
        )}
      </p>
      <Refused problem={problem} />
    </li>
  );
}
