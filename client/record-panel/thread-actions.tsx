/** What one may do with a conversation: reply, close or reopen it, change a link or take it back. */
import { useState, type ReactNode } from "react";
import { changingTypeOf, closingOf, reopeningOf } from "../../shared/closing.ts";
import { allThreadTypes, type Meets, type Thread, type ThreadType } from "../../shared/thread.ts";
import { isOpenThread } from "../../shared/thread-state.ts";
import { useMay, useMe, useRecord } from "../connection/hooks.ts";
import { showPositions } from "../connection/positions-shown.ts";
import { Button } from "../controls/button.tsx";
import { MenuButton } from "../controls/menu-button.tsx";
import { Refused } from "../words/refused.tsx";
import { useCommand, type UseCommand } from "../words/use-command.ts";
import { AssignForm } from "./assign-form.tsx";
import { typeWords } from "../words/thread-type-words.ts";
import { WordsForm } from "../words/words-form.tsx";

interface ThreadActionsProps {
  readonly thread: Thread;
  readonly isOpen: boolean;
  /** How many the folded card leaves out. */
  readonly hiddenReplies: number;
  /** Opens the form for a reply; null while it is open or may not be. */
  readonly reply: (() => void) | null;
  /** A form or a button that was here is done with. */
  readonly onActed: () => void;
}

type Asking = "nothing" | "why taken back" | "what came of it" | "why close" | "who sees to it";

export function ThreadActions(props: ThreadActionsProps): ReactNode {
  const { thread, isOpen, hiddenReplies, reply, onActed } = props;
  const [asking, setAsking] = useState<Asking>("nothing");
  const command = useCommand();
  const done = (): void => {
    setAsking("nothing");
    onActed();
  };
  if (isOpen && asking === "why taken back") {
    return (
      <WordsForm
        label="Why is the link taken back?"
        draftKey={`take back ${thread.id}`}
        saveLabel="Take back the link"
        emptyMessage="Say why, so that the others can follow."
        command="withdraw-link"
        args={(why) => ({ threadId: thread.id, why })}
        onDone={done}
      />
    );
  }
  if (isOpen && asking === "what came of it") return <CloseForm thread={thread} onDone={done} />;
  if (isOpen && asking === "why close") {
    return (
      <WordsForm
        label="Why can it be closed?"
        hint="Those who may close it read this."
        draftKey={`propose closing ${thread.id}`}
        saveLabel="Ask to close it"
        emptyMessage="Say why it can be closed."
        command="propose-closing"
        args={(note) => ({ threadId: thread.id, note })}
        onDone={done}
      />
    );
  }
  if (isOpen && asking === "who sees to it") return <AssignForm thread={thread} onDone={done} />;
  return (
    <>
      <Refused problem={command.problem} />
      <div className="row card-actions">
        {reply && (
          <Button look="plain" onClick={reply}>
            Reply
          </Button>
        )}
        {hiddenReplies > 0 && (
          <span className="quiet">
            {hiddenReplies} {hiddenReplies === 1 ? "reply" : "replies"}
          </span>
        )}
        {isOpen && (
          <OpenActions thread={thread} command={command} ask={setAsking} onActed={onActed} />
        )}
      </div>
    </>
  );
}

interface OpenActionsProps {
  readonly thread: Thread;
  readonly command: UseCommand;
  readonly ask: (asking: Asking) => void;
  readonly onActed: () => void;
}

function OpenActions(props: OpenActionsProps): ReactNode {
  const { thread, command, ask } = props;
  const mayLink = useMay("link");
  const mayComment = useMay("comment");
  const { id, meets } = thread;
  if (meets) {
    if (!mayLink || meets.withdrawn) return null;
    return <LinkActions threadId={id} meets={meets} command={command} ask={ask} />;
  }
  if (!mayComment) return null;
  return (
    <>
      {thread.position && (
        <Button
          look="plain"
          aria-haspopup="dialog"
          onClick={() => showPositions(thread.anchor.itemId)}
        >
          What boroughs say
        </Button>
      )}
      {isOpenThread(thread) ? <WhileOpen {...props} /> : <WhenClosed {...props} />}
    </>
  );
}

/** Closing it or asking those who may; giving it to somebody; saying what it is. */
function WhileOpen({ thread, command, ask, onActed }: OpenActionsProps): ReactNode {
  const me = useMe();
  const record = useRecord((state) => state);
  const closing = closingOf(me, thread, record);
  const types = allThreadTypes.filter(
    (type) => type !== thread.type && changingTypeOf(me, thread, type, record).state === "may",
  );
  const make = async (type: ThreadType): Promise<void> => {
    if (await command.run("change-thread-type", { threadId: thread.id, type })) onActed();
  };
  return (
    <>
      {closing.state === "may" && (
        <Button look="plain" onClick={() => ask("what came of it")}>
          Close
        </Button>
      )}
      {closing.state === "may-not" && closing.mayPropose && !thread.closingProposed && (
        <Button look="plain" onClick={() => ask("why close")}>
          Ask to close…
        </Button>
      )}
      <Button look="plain" onClick={() => ask("who sees to it")}>
        {thread.assigned ? "Give to somebody else…" : "Give to somebody…"}
      </Button>
      {types.length > 0 && (
        <MenuButton
          className="button button-plain"
          align="right"
          items={types.map((type) => ({
            id: type,
            label: typeWords(type).make,
            onChoose: () => void make(type),
          }))}
        >
          Say what it is…
        </MenuButton>
      )}
      {closing.state === "may-not" && closing.mayPropose && (
        <p className="quiet why-not">{closing.because}</p>
      )}
    </>
  );
}

function WhenClosed({ thread, command, onActed }: OpenActionsProps): ReactNode {
  const me = useMe();
  const record = useRecord((state) => state);
  if (!thread.closed || reopeningOf(me, thread, record).state === "may-not") return null;
  return (
    <Button
      look="plain"
      busy={command.isRunning}
      onClick={() => void command.run("reopen-thread", { threadId: thread.id }).then(onActed)}
    >
      Reopen
    </Button>
  );
}

interface CloseFormProps {
  readonly thread: Thread;
  readonly onDone: () => void;
}

/** With a reason where its borough has nobody left who could close it. */
function CloseForm({ thread, onDone }: CloseFormProps): ReactNode {
  const me = useMe();
  const record = useRecord((state) => state);
  const closing = closingOf(me, thread, record);
  const needsReason = closing.state === "may" && closing.needsReason;
  return (
    <WordsForm
      label={needsReason ? "Why is it closed without its borough?" : "What came of it (optional)"}
      draftKey={`close ${thread.id}`}
      saveLabel="Close"
      emptyMessage={
        needsReason ? "Say why it is closed without the borough that raised it." : undefined
      }
      command="close-thread"
      args={(note) => ({ threadId: thread.id, note })}
      onDone={onDone}
    />
  );
}

interface LinkActionsProps extends Omit<OpenActionsProps, "thread" | "onActed"> {
  readonly threadId: string;
  readonly meets: Meets;
}

function LinkActions({ threadId, meets, command, ask }: LinkActionsProps): ReactNode {
  const other = meets.how === "fully" ? "partly" : "fully";
  return (
    <>
      <Button
        look="plain"
        busy={command.isRunning}
        onClick={() => void command.run("change-how", { threadId, how: other })}
      >
        Change to {other}
      </Button>
      <Button look="plain" onClick={() => ask("why taken back")}>
        Take back
      </Button>
    </>
  );
}
