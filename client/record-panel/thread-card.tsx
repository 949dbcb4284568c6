/**
 * One conversation: the words it is about, what was said, and what the person at this page may do.
 * Closed it is short; open it has everything. Its heading opens and closes it by mouse and by key.
 */
import { useState, type ReactNode } from "react";
import type { ResolvedAnchor } from "../../shared/anchors.ts";
import type { Thread } from "../../shared/record-state.ts";
import { setActiveThread } from "../connection/active-thread.ts";
import { useItem, useMay, useMe, useRecord } from "../connection/hooks.ts";
import { CommentView } from "./comment-view.tsx";
import { DeedLine } from "./deed-line.tsx";
import { draftOf } from "./drafts.ts";
import { itemName } from "./item-words.ts";
import { LinkBody } from "./link-body.tsx";
import { QuotedWords } from "./quoted-words.tsx";
import { ThreadActions } from "./thread-actions.tsx";
import { WordsForm } from "./words-form.tsx";

interface ThreadCardProps {
  readonly thread: Thread;
  /** Where its words are now. */
  readonly place: ResolvedAnchor;
  readonly isOpen: boolean;
  /** The card stands away from its words and says which item it is about. */
  readonly namesItem: boolean;
}

export function ThreadCard({ thread, place, isOpen, namesItem }: ThreadCardProps): ReactNode {
  const { id, anchor, meets, comments, closed } = thread;
  const me = useMe();
  const mayComment = useMay("comment");
  const [isReplying, setReplying] = useState(draftOf(replyKey(id)) !== undefined);
  const shown = isOpen ? comments : comments.slice(0, 1);
  const hidden = comments.length - shown.length;
  const mayReply = mayComment && !closed && !meets?.withdrawn;
  return (
    <article
      className={`conversation-card ${meets ? "about-link" : "about-words"}`}
      data-card={id}
      data-open={isOpen ? "" : undefined}
      aria-labelledby={`card-${id}`}
      tabIndex={-1}
    >
      <h3 id={`card-${id}`}>
        <button
          type="button"
          className="card-heading"
          aria-expanded={isOpen}
          onClick={() => setActiveThread(isOpen ? null : id)}
        >
          <CardHeading thread={thread} namesItem={namesItem} />
        </button>
      </h3>
      <RemovedNote itemId={anchor.itemId} />
      <QuotedWords anchor={anchor} place={place} isOpen={isOpen} />
      {meets && <LinkBody thread={thread} meets={meets} isOpen={isOpen} />}
      {shown.map((comment) => (
        <CommentView
          key={comment.id}
          threadId={id}
          comment={comment}
          mayChange={mayComment && comment.personId === me.personId}
        />
      ))}
      {hidden > 0 && (
        <p className="quiet">
          {hidden} {hidden === 1 ? "reply" : "replies"}
        </p>
      )}
      {closed && (
        <div className="comment">
          <DeedLine deed={closed} />
          <p className="quiet">closed this conversation</p>
          {closed.note !== "" && <p className="said">{closed.note}</p>}
        </div>
      )}
      {isOpen && isReplying && mayReply && (
        <WordsForm
          label="Reply"
          draftKey={replyKey(id)}
          saveLabel="Reply"
          emptyMessage="Write something first."
          command="reply"
          args={(text) => ({ threadId: id, text })}
          onDone={() => setReplying(false)}
        />
      )}
      <ThreadActions
        thread={thread}
        isOpen={isOpen}
        reply={
          mayReply && !(isOpen && isReplying)
            ? () => {
                setActiveThread(id);
                setReplying(true);
              }
            : null
        }
      />
    </article>
  );
}

function replyKey(threadId: string): string {
  return `reply ${threadId}`;
}

interface CardHeadingProps {
  readonly thread: Thread;
  readonly namesItem: boolean;
}

function CardHeading({ thread: { anchor, meets }, namesItem }: CardHeadingProps): ReactNode {
  const item = useItem(anchor.itemId);
  const need = useItem(meets?.needId ?? "");
  const name = useRecord((record) => itemName(item, record, anchor.itemId));
  const needName = useRecord((record) => (meets ? itemName(need, record, meets.needId) : ""));
  if (!meets) return <>Comment on {name}</>;
  if (meets.withdrawn) return <>{`${name} no longer said to meet ${needName}`}</>;
  return (
    <>{namesItem ? `${name} meets ${needName}, ${meets.how}` : `Meets ${needName}, ${meets.how}`}</>
  );
}

function RemovedNote({ itemId }: { readonly itemId: string }): ReactNode {
  const removed = useItem(itemId)?.removed;
  if (!removed) return null;
  return <p className="quiet">Not taken forward{removed.why === "" ? "." : `: ${removed.why}`}</p>;
}
