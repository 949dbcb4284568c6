/**
 * Writing a new comment or a new link, as a card beside the words it is about. Promises that the
 * words stay highlighted meanwhile and that what is sent quotes them as they are then.
 */
import { useEffect, useState, type ReactNode } from "react";
import type { Entry } from "../../shared/entry.ts";
import { activeThreadNow, setActiveThread } from "../connection/active-thread.ts";
import type { ChosenPlace } from "../connection/field-selection.ts";
import { highlightStoreOf, pendingThreadId, type TalkHighlight } from "../connection/highlights.ts";
import { useItem, useRecord, useSession } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { anchorAt, upToDate } from "./chosen-anchor.ts";
import { ChooseWordsDialog } from "./choose-words-dialog.tsx";
import { itemName } from "../words/item-words.ts";
import { typeHeading, typeWords } from "../words/thread-type-words.ts";
import { LinkChooser } from "./link-chooser.tsx";
import { SuggestionComposer, type WordingField } from "./suggestion-composer.tsx";
import { ThreadTypeChoice, useDraftOfType } from "./thread-type-choice.tsx";
import { WordsForm } from "../words/words-form.tsx";

/** What is being written, and about what. A new object for each time. */
export interface Composing {
  readonly kind: TalkHighlight["kind"] | "suggestion";
  readonly place: ChosenPlace;
}

interface ComposerProps {
  readonly composing: Composing;
  readonly WordingField: WordingField;
  /** Saved, or given up. */
  readonly onDone: () => void;
}

export function Composer({ composing, WordingField, onDone }: ComposerProps): ReactNode {
  const finish = (saved: Entry | null): void => {
    const threadId = saved?.facts["threadId"];
    if (typeof threadId === "string") setActiveThread(threadId);
    onDone();
  };
  const { kind, place } = composing;
  if (kind !== "suggestion") return <TalkComposer kind={kind} place={place} onDone={finish} />;
  return <SuggestionComposer place={place} WordingField={WordingField} onDone={finish} />;
}

interface TalkComposerProps {
  readonly kind: TalkHighlight["kind"];
  readonly place: ChosenPlace;
  readonly onDone: (saved: Entry | null) => void;
}

function TalkComposer({ kind, place, onDone }: TalkComposerProps): ReactNode {
  const session = useSession();
  const { itemId } = place;
  const item = useItem(itemId);
  const name = useRecord((record) => itemName(item, record, itemId));
  const [chosen, setChosen] = useState(() => anchorAt(session.doc, place));
  const [isChoosing, setChoosing] = useState(false);
  const anchor = upToDate(session.doc, chosen);
  const quote = anchor.words?.quote;
  const [type, setType] = useDraftOfType(itemId);
  const heading = kind === "comment" ? typeHeading(type, name) : `${name} meets a need`;

  useEffect(() => {
    const store = highlightStoreOf(session);
    store.setPending({ kind, anchor: chosen });
    setActiveThread(pendingThreadId);
    return () => {
      store.setPending(null);
      if (activeThreadNow() === pendingThreadId) setActiveThread(null);
    };
  }, [session, kind, chosen]);

  const about = (
    <>
      {quote !== undefined && <blockquote className="quoted-words">{quote}</blockquote>}
      <p className="about-words">
        {quote === undefined && `About the whole of ${name}. `}
        <Button look="plain" onClick={() => setChoosing(true)}>
          {quote === undefined ? "Choose words" : "Choose other words"}
        </Button>
      </p>
    </>
  );
  return (
    <section
      className="conversation-card composer"
      data-open=""
      aria-label={kind === "comment" ? `New comment on ${name}` : `Link ${name} to a need`}
    >
      <h3>{heading}</h3>
      {item && about}
      {kind === "comment" ? (
        <WordsForm
          label="Your comment"
          isLabelHidden
          draftKey={`comment ${itemId}`}
          saveLabel={typeWords(type).begin}
          emptyMessage="Write something first."
          command="start-thread"
          hasMentions
          args={(text, mentions) => ({
            anchor: upToDate(session.doc, chosen),
            type,
            text,
            mentions,
          })}
          onDone={(saved) => {
            if (saved) setType("comment");
            onDone(saved);
          }}
        >
          <ThreadTypeChoice type={type} onChange={setType} />
        </WordsForm>
      ) : (
        <LinkChooser anchor={anchor} onDone={onDone} />
      )}
      {isChoosing && item && (
        <ChooseWordsDialog
          item={item}
          name={name}
          onClose={() => setChoosing(false)}
          onChoose={(words) => {
            setChosen(anchorAt(session.doc, words));
            setChoosing(false);
          }}
        />
      )}
    </section>
  );
}
