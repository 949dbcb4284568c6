/** What one may do with a conversation: reply, close or reopen it, change a link or take it back. */
import { useState, type ReactNode } from "react";
import type { Meets, Thread } from "../../shared/thread.ts";
import { useMay } from "../connection/hooks.ts";
import { showPositions } from "../connection/positions-shown.ts";
import { Button } from "../controls/button.tsx";
import { Refused } from "../words/refused.tsx";
import { useCommand, type UseCommand } from "../words/use-command.ts";
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

type Asking = "nothing" | "why taken back" | "what came of it";

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
  if (isOpen && asking === "what came of it") {
    return (
      <WordsForm
        label="What came of it (optional)"
        draftKey={`close ${thread.id}`}
        saveLabel="Close"
        command="close-thread"
        args={(note) => ({ threadId: thread.id, note })}
        onDone={done}
      />
    );
  }
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

function OpenActions({ thread, command, ask, onActed }: OpenActionsProps): ReactNode {
  const mayComment = useMay("comment");
  const mayLink = useMay("link");
  const { id, anchor, closed, meets, position } = thread;
  if (meets) {
    if (!mayLink || meets.withdrawn) return null;
    return <LinkActions threadId={id} meets={meets} command={command} ask={ask} />;
  }
  if (position) {
    return (
      <Button look="plain" aria-haspopup="dialog" onClick={() => showPositions(anchor.itemId)}>
        What boroughs say
      </Button>
    );
  }
  // Suggested wording ends with what is decided about it.
  if (!mayComment || thread.suggests) return null;
  if (closed) {
    return (
      <Button
        look="plain"
        busy={command.isRunning}
        onClick={() => void command.run("reopen-thread", { threadId: id }).then(onActed)}
      >
        Reopen
      </Button>
    );
  }
  return (
    <Button look="plain" onClick={() => ask("what came of it")}>
      Close
    </Button>
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
