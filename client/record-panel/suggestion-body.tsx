/**
 * Suggested wording: what would change, who says so and why, and deciding about it. Where the text has
 * moved on since it was suggested, it says so and shows both.
 */
import { useState, type ReactNode } from "react";
import { carryOver } from "../../shared/carry-over.ts";
import { textFingerprint } from "../../shared/even-text.ts";
import { fieldOf } from "../../shared/item-kinds.ts";
import { plainText } from "../../shared/plain-text.ts";
import { emptyRichText, type RichText } from "../../shared/rich-text.ts";
import { differenceOf } from "../../shared/text-difference.ts";
import type { Suggestion, SuggestionOutcome, Thread } from "../../shared/thread.ts";
import { useItem, useMay, useMe } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { DeedLine } from "../words/deed-line.tsx";
import { Difference } from "../words/difference.tsx";
import { Refused } from "../words/refused.tsx";
import { useCommand } from "../words/use-command.ts";
import { WordsForm } from "../words/words-form.tsx";

interface SuggestionBodyProps {
  readonly thread: Thread;
  readonly suggests: Suggestion;
  readonly isOpen: boolean;
  /** A button that was here is done with. */
  readonly onActed: () => void;
}

export function SuggestionBody(props: SuggestionBodyProps): ReactNode {
  const { thread, suggests, isOpen, onActed } = props;
  const item = useItem(thread.anchor.itemId);
  const now = item?.fields[suggests.field] ?? emptyRichText;
  const label = item && fieldOf(item.kind, suggests.field)?.label;
  const waits = suggests.outcome === null && item !== undefined && item.removed === null;
  return (
    <>
      <div className="comment">
        <DeedLine deed={thread.started} note={label?.toLowerCase()} />
        {waits ? (
          <Waiting suggests={suggests} now={now} />
        ) : (
          <Wording from={suggests.before} to={suggests.after} />
        )}
        {suggests.because !== "" && <p className="said">{suggests.because}</p>}
      </div>
      {suggests.outcome && <Outcome outcome={suggests.outcome} />}
      {waits && isOpen && (
        <Decide thread={thread} suggests={suggests} now={now} onActed={onActed} />
      )}
    </>
  );
}

function Waiting({
  suggests,
  now,
}: {
  readonly suggests: Suggestion;
  readonly now: RichText;
}): ReactNode {
  const { before, after } = suggests;
  const carried = carryOver(before, after, now);
  switch (carried.state) {
    case "fits":
      return <Wording from={now} to={carried.text} />;
    case "said":
      return <p className="changed-note">The text says this by now</p>;
    case "moved-on":
      return (
        <>
          <p className="changed-note">Wording changed since this was suggested</p>
          <p className="quiet">Suggested:</p>
          <Wording from={before} to={after} />
          <p className="quiet">It says now:</p>
          <Wording from={before} to={now} />
        </>
      );
  }
}

function Wording({ from, to }: { readonly from: RichText; readonly to: RichText }): ReactNode {
  const [before, after] = [plainText(from), plainText(to)];
  if (before === after) return <p className="quiet">The words stay; their formatting changes.</p>;
  return (
    <p className="suggested-difference">
      <Difference pieces={differenceOf(before, after)} />
    </p>
  );
}

function Outcome({ outcome }: { readonly outcome: SuggestionOutcome }): ReactNode {
  const said =
    outcome.state === "accepted" ? outcome.note : outcome.state === "declined" ? outcome.why : "";
  return (
    <div className="comment">
      <DeedLine deed={outcome} />
      <p className="quiet">{outcomeWords(outcome)}</p>
      {said !== "" && <p className="said">{said}</p>}
    </div>
  );
}

function outcomeWords(outcome: SuggestionOutcome): string {
  switch (outcome.state) {
    case "declined":
      return "declined this wording";
    case "withdrawn":
      return "took this wording back";
    case "accepted":
      switch (outcome.how) {
        case "as-suggested":
          return "accepted this wording";
        case "in-place":
          return "put this wording in place of what it said by then";
        case "already-said":
          return "accepted this wording, which the text said already";
      }
  }
}

interface DecideProps extends Omit<SuggestionBodyProps, "isOpen"> {
  readonly now: RichText;
}

function Decide({
  thread: { id: threadId, started },
  suggests,
  now,
  onActed,
}: DecideProps): ReactNode {
  const { personId } = useMe();
  const mayDecide = useMay("decide-suggestion");
  const maySuggest = useMay("suggest");
  const [isDeclining, setDeclining] = useState(false);
  const { run, isRunning, problem } = useCommand();
  const isMine = started.personId === personId;
  const movedOn = carryOver(suggests.before, suggests.after, now).state === "moved-on";
  if (isDeclining) {
    return (
      <WordsForm
        label="Why is it declined?"
        draftKey={`decline ${threadId}`}
        rows={2}
        saveLabel="Decline"
        emptyMessage="Say why, so that whoever suggested it can follow."
        command="decline-suggestion"
        args={(why) => ({ threadId, why })}
        onDone={() => {
          setDeclining(false);
          onActed();
        }}
      />
    );
  }
  const accept = async (): Promise<void> => {
    const instead = movedOn ? { instead: textFingerprint(now) } : {};
    if (await run("accept-suggestion", { threadId, ...instead })) onActed();
  };
  const takeBack = async (): Promise<void> => {
    if (await run("withdraw-suggestion", { threadId })) onActed();
  };
  return (
    <>
      <Refused problem={problem} />
      <div className="row">
        {mayDecide && (
          <>
            <Button look="main" busy={isRunning} onClick={() => void accept()}>
              {movedOn ? "Put it in place of what it says now" : "Accept"}
            </Button>
            <Button onClick={() => setDeclining(true)}>Decline…</Button>
          </>
        )}
        {isMine && maySuggest && (
          <Button look="plain" busy={isRunning} onClick={() => void takeBack()}>
            Take back
          </Button>
        )}
      </div>
    </>
  );
}
