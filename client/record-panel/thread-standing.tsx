/** How a conversation stands besides its words: who is to see to it, and who asks to close it. */
import { useState, type ReactNode } from "react";
import { closingOf, mayKeepOpen } from "../../shared/closing.ts";
import { wordsOfDay } from "../../shared/day.ts";
import type { Thread } from "../../shared/thread.ts";
import { useMe, useRecord } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { DeedLine } from "../words/deed-line.tsx";
import { Refused } from "../words/refused.tsx";
import { useCommand } from "../words/use-command.ts";
import { useNow } from "../words/use-now.ts";
import { WordsForm } from "../words/words-form.tsx";

interface ThreadStandingProps {
  readonly thread: Thread;
  readonly isOpen: boolean;
  /** A form or a button that was here is done with. */
  readonly onActed: () => void;
}

export function ThreadStanding({ thread, isOpen, onActed }: ThreadStandingProps): ReactNode {
  if (thread.closed) return null;
  return (
    <>
      <Assigned thread={thread} />
      {thread.closingProposed && (
        <ProposedToClose thread={thread} isOpen={isOpen} onActed={onActed} />
      )}
    </>
  );
}

function Assigned({ thread: { assigned } }: { readonly thread: Thread }): ReactNode {
  const person = useRecord((record) => record.people.get(assigned?.to ?? ""));
  const now = useNow();
  if (!assigned) return null;
  const { due } = assigned;
  const isOverdue = due !== null && due < dayOf(now);
  return (
    <p className={isOverdue ? "assigned changed-note" : "assigned"}>
      For <b>{person?.name ?? "somebody"}</b>
      {person && `, ${person.boroughName}`}
      {due !== null && (isOverdue ? `: was due by ${wordsOfDay(due)}` : `, by ${wordsOfDay(due)}`)}
    </p>
  );
}

/** The day where the reader is, `2026-05-14`. */
function dayOf(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function ProposedToClose({ thread, isOpen, onActed }: ThreadStandingProps): ReactNode {
  const me = useMe();
  const { id: threadId, closingProposed } = thread;
  const record = useRecord((state) => state);
  const [isKeeping, setKeeping] = useState(false);
  const { run, isRunning, problem } = useCommand();
  if (!closingProposed) return null;
  const closing = closingOf(me, thread, record);
  const mayClose = closing.state === "may" && !closing.needsReason;
  const act = async (command: string, args: object): Promise<void> => {
    if (await run(command, { threadId, ...args })) onActed();
  };
  return (
    <div className="closing-proposed">
      <DeedLine deed={closingProposed} />
      <p className="quiet">asks to close this</p>
      <p className="said">{closingProposed.note}</p>
      <Refused problem={problem} />
      {isOpen && isKeeping && (
        <WordsForm
          label="What is still missing (optional)"
          draftKey={`keep open ${threadId}`}
          rows={2}
          saveLabel="Keep it open"
          command="keep-open"
          hasMentions
          args={(text, mentions) => ({ threadId, text, mentions })}
          onDone={() => {
            setKeeping(false);
            onActed();
          }}
        />
      )}
      {isOpen && !isKeeping && (
        <div className="row">
          {mayClose && (
            <Button
              look="main"
              busy={isRunning}
              onClick={() => void act("close-thread", { note: closingProposed.note })}
            >
              Close it
            </Button>
          )}
          {mayKeepOpen(me, thread, record) && (
            <Button onClick={() => setKeeping(true)}>Keep it open…</Button>
          )}
          {closingProposed.personId === me.personId && (
            <Button
              look="plain"
              busy={isRunning}
              onClick={() => void act("withdraw-closing-proposal", {})}
            >
              Take back asking
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
