/** The notes under an item that only one's own borough sees, unmistakably so. Nothing where there are none. */
import { useState, type ReactNode } from "react";
import { messageOf } from "../connection/command-refused.ts";
import { useMay, useMe, useRecord, useSession } from "../connection/hooks.ts";
import { noteStoreOf, useNotesOf } from "../connection/note-store.ts";
import { sendChangedNote, withdrawNote, type Note } from "../connection/notes-api.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { Moment } from "../words/deed-line.tsx";
import { Refused } from "../words/refused.tsx";
import { NoteForm } from "./note-form.tsx";
import "./notes.css";

export function ItemNotes({ itemId }: { readonly itemId: string }): ReactNode {
  const { boroughName } = useMe();
  const notes = useNotesOf(itemId);
  if (notes.length === 0) return null;
  return (
    <section className="item-notes" aria-label={`Only ${boroughName} sees this`}>
      <p className="item-notes-whose">
        <b>Only {boroughName} sees this</b>
      </p>
      {notes.map((note) => (
        <NoteView key={note.id} note={note} />
      ))}
    </section>
  );
}

function NoteView({ note }: { readonly note: Note }): ReactNode {
  const session = useSession();
  const me = useMe();
  const mayNote = useMay("note");
  const writer = useRecord((record) => record.people.get(note.personId));
  const [isChanging, setChanging] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isMine = note.personId === me.personId;
  // A note whose writer has left can be taken back by the others of the borough.
  const mayTakeBack = mayNote && (isMine || !writer || writer.removed !== null);
  const refresh = (): Promise<void> => noteStoreOf(session).refresh();
  const takeBack = async (): Promise<void> => {
    try {
      await withdrawNote(session.statementId, note.id);
      await refresh();
      announce("The note is taken back");
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  if (isChanging) {
    return (
      <NoteForm
        label="Note"
        draftKey={`change note ${note.id}`}
        initial={note.words}
        onSave={async (words) => {
          await sendChangedNote(session.statementId, note.id, words);
          await refresh();
        }}
        onDone={() => setChanging(false)}
      />
    );
  }
  return (
    <div className="item-note">
      <p className="item-note-words">{note.words}</p>
      <p className="quiet">
        {writer?.name ?? "Someone"}, <Moment at={note.at} />
        {note.changedAt !== null && ", changed"}{" "}
        {mayNote && isMine && (
          <Button look="plain" onClick={() => setChanging(true)}>
            Change
          </Button>
        )}{" "}
        {mayTakeBack && (
          <Button look="plain" onClick={() => void takeBack()}>
            Take back
          </Button>
        )}
      </p>
      <Refused problem={problem} />
    </div>
  );
}
