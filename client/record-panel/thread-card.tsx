/**
 * One conversation: the words it is about, what was said, and what the person at this page may do.
 * Closed it is short; open it has everything. Its heading opens and closes it by mouse and by key.
 */
import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import type { Thread } from "../../shared/thread.ts";
import { setActiveThread } from "../connection/active-thread.ts";
import type { Standing } from "../connection/highlights.ts";
import { useMay, useMe, useOfItem } from "../connection/hooks.ts";
import { CardHeading } from "./card-heading.tsx";
import { CommentView } from "./comment-view.tsx";
import { DeedLine } from "../words/deed-line.tsx";
import { draftOf } from "../words/drafts.ts";
import { LinkBody } from "./link-body.tsx";
import { QuotedWords } from "./quoted-words.tsx";
import { ThreadStanding } from "./thread-standing.tsx";
import { SuggestionBody } from "./suggestion-body.tsx";
import { ThreadActions } from "./thread-actions.tsx";
import { WordsForm } from "../words/words-form.tsx";

interface ThreadCardProps {
  readonly thread: Thread;
  readonly standing: Standing;
  readonly isOpen: boolean;
  /** The card stands away from its words and says which item it is about. */
  readonly namesItem: boolean;
}

export function ThreadCard({ thread, standing, isOpen, namesItem }: ThreadCardProps): ReactNode {
  const { id, anchor, meets, comments, closed, position, suggests } = thread;
  const isPosition = (commentId: string): boolean => position?.commentId === commentId;
  const me = useMe();
  const mayComment = useMay("comment");
  const [isReplying, setReplying] = useState(draftOf(replyKey(id)) !== undefined);
  const card = useRef<HTMLElement>(null);
  const onActed = useFocusAfterwards(card);
  const shown = isOpen ? comments : comments.slice(0, 1);
  const hidden = comments.length - shown.length;
  // A folded link stands beside its highlighted words: it says which need they meet instead.
  const isSaidBeside = meets !== null && !isOpen && !namesItem && !standing.changed;
  const mayReply = mayComment && !closed && !meets?.withdrawn && !suggests?.outcome;
  return (
    <article
      ref={card}
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
      {!isSaidBeside && !suggests && (
        <QuotedWords anchor={anchor} standing={standing} isOpen={isOpen} />
      )}
      {meets && <LinkBody thread={thread} meets={meets} isOpen={isOpen} onActed={onActed} />}
      {suggests && (
        <SuggestionBody thread={thread} suggests={suggests} isOpen={isOpen} onActed={onActed} />
      )}
      {shown.map((comment) => (
        <CommentView
          key={comment.id}
          threadId={id}
          comment={comment}
          mayChange={
            mayComment && comment.personId === me.personId && !(isPosition(comment.id) && !closed)
          }
          onActed={onActed}
        />
      ))}
      {closed && (
        <div className="comment">
          <DeedLine deed={closed} />
          {!position && <p className="quiet">closed this conversation</p>}
          {closed.note !== "" && <p className="said">{closed.note}</p>}
        </div>
      )}
      <ThreadStanding thread={thread} isOpen={isOpen} onActed={onActed} />
      {isOpen && isReplying && mayReply && (
        <WordsForm
          label="Reply"
          draftKey={replyKey(id)}
          saveLabel="Reply"
          emptyMessage="Write something first."
          command="reply"
          hasMentions
          args={(text, mentions) => ({ threadId: id, text, mentions })}
          onDone={() => {
            setReplying(false);
            onActed();
          }}
        />
      )}
      <ThreadActions
        thread={thread}
        isOpen={isOpen}
        hiddenReplies={hidden}
        onActed={onActed}
        reply={
          mayReply && !(isOpen && isReplying) && (isOpen || comments.length > 0)
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

/** Puts the focus on the card when what had it in there is gone: a form that was saved, a button that was pressed. */
function useFocusAfterwards(card: RefObject<HTMLElement | null>): () => void {
  const [acted, setActed] = useState(0);
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (acted > 0 && isLost) card.current?.focus({ preventScroll: true });
  }, [card, acted]);
  return () => setActed((count) => count + 1);
}

function replyKey(threadId: string): string {
  return `reply ${threadId}`;
}

function RemovedNote({ itemId }: { readonly itemId: string }): ReactNode {
  const removed = useOfItem(itemId, (item) => item?.removed ?? null);
  if (!removed) return null;
  return <p className="quiet">Not taken forward{removed.why === "" ? "." : `: ${removed.why}`}</p>;
}
