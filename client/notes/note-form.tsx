/** Writing a note that only one's own borough sees. Promises that what was begun is not lost. */
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { messageOf } from "../connection/command-refused.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { TextField } from "../controls/text-field.tsx";
import { draftOf, keepDraft } from "../words/drafts.ts";
import { FormKeys } from "../words/form-keys.tsx";

interface NoteFormProps {
  readonly label: string;
  readonly draftKey: string;
  readonly initial?: string;
  readonly onSave: (words: string) => Promise<void>;
  /** Saved, or given up. */
  readonly onDone: () => void;
}

export function NoteForm({ label, draftKey, initial = "", ...on }: NoteFormProps): ReactNode {
  const [words, setWords] = useState(draftOf(draftKey) ?? initial);
  const [wrong, setWrong] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);

  const refuse = (message: string): void => {
    setWrong(message);
    announce(message);
    field.current?.focus();
  };
  const save = async (): Promise<void> => {
    if (isBusy) return;
    if (words.trim() === "") {
      refuse("Write something first.");
      return;
    }
    setBusy(true);
    try {
      await on.onSave(words.trim());
      keepDraft(draftKey, "");
      on.onDone();
    } catch (error) {
      refuse(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormKeys onSave={() => void save()} onCancel={on.onDone}>
      <TextField
        ref={field}
        id={id}
        label={label}
        error={wrong}
        rows={3}
        value={words}
        onChange={(typed) => {
          setWords(typed);
          setWrong(null);
          keepDraft(draftKey, typed);
        }}
      />
      <div className="row">
        <Button type="submit" look="main" busy={isBusy}>
          Save
        </Button>
        <Button onClick={on.onDone}>Cancel</Button>
      </div>
    </FormKeys>
  );
}
