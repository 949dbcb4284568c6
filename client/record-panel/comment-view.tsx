/** One comment of a conversation: who, when, the words, and what its writer may do with them. */
import { useState, type ReactNode } from "react";
import { isWritten, keyOfMention } from "../../shared/mentions.ts";
import type { Comment, Mention } from "../../shared/thread.ts";
import { useSession } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { CommentWords } from "../words/comment-words.tsx";
import { DeedLine } from "../words/deed-line.tsx";
import { Refused } from "../words/refused.tsx";
import { useCommand } from "../words/use-command.ts";
import { WordsForm } from "../words/words-form.tsx";

interface CommentViewProps {
  readonly threadId: string;
  readonly comment: Comment;
  /** The person at this page wrote it and may still change it. */
  readonly mayChange: boolean;
  /** A form or a question that was here is done with. */
  readonly onActed: () => void;
}

type Doing = "reading" | "editing" | "withdrawing";

export function CommentView(props: CommentViewProps): ReactNode {
  const { threadId, comment, mayChange, onActed } = props;
  const [doing, setDoing] = useState<Doing>("reading");
  const { record } = useSession();
  /** Of people who left since, who cannot be called on anew. */
  const keptMentions = (text: string, called: readonly Mention[]): Mention[] => {
    const known = new Set(called.map(keyOfMention));
    return comment.mentions.filter(
      (mention) => !known.has(keyOfMention(mention)) && isWritten(text, mention, record.state()),
    );
  };
  const read = (): void => {
    setDoing("reading");
    onActed();
  };
  if (comment.withdrawn) {
    return (
      <div className="comment">
        <DeedLine deed={comment.withdrawn} />
        <p className="quiet">withdrew this comment</p>
      </div>
    );
  }
  return (
    <div className="comment">
      <DeedLine deed={comment} note={comment.edited ? "edited" : undefined} />
      {doing === "editing" ? (
        <WordsForm
          label="Your comment"
          isLabelHidden
          draftKey={`edit ${comment.id}`}
          initial={comment.text}
          saveLabel="Save"
          emptyMessage="Write something first, or withdraw the comment."
          command="edit-comment"
          hasMentions
          args={(text, mentions) => ({
            threadId,
            commentId: comment.id,
            text,
            mentions: [...mentions, ...keptMentions(text, mentions)],
          })}
          onDone={read}
        />
      ) : (
        <p className="said">
          <CommentWords comment={comment} />
        </p>
      )}
      {mayChange && doing === "reading" && (
        <div className="row only-when-open">
          <Button look="plain" onClick={() => setDoing("editing")}>
            Edit
          </Button>
          <Button look="plain" onClick={() => setDoing("withdrawing")}>
            Withdraw
          </Button>
        </div>
      )}
      {doing === "withdrawing" && (
        <WithdrawComment threadId={threadId} commentId={comment.id} onDone={read} />
      )}
    </div>
  );
}

interface WithdrawProps {
  readonly threadId: string;
  readonly commentId: string;
  readonly onDone: () => void;
}

function WithdrawComment({ threadId, commentId, onDone }: WithdrawProps): ReactNode {
  const { run, isRunning, problem } = useCommand();
  const withdraw = async (): Promise<void> => {
    if (await run("withdraw-comment", { threadId, commentId })) onDone();
  };
  return (
    <div className="ask">
      <p>Withdraw this comment? Its words go, its place in the conversation stays.</p>
      <Refused problem={problem} />
      <div className="row">
        <Button look="danger" busy={isRunning} onClick={() => void withdraw()}>
          Withdraw it
        </Button>
        <Button onClick={onDone}>Keep it</Button>
      </div>
    </div>
  );
}
