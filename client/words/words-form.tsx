/**
 * The form for everything people write in the record: a comment, a reply, a reason. Promises that
 * nothing written is lost: not when it is refused, not when the form is closed and opened again.
 */
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import type { Entry } from "../../shared/entry.ts";
import { mentionablesIn, mentionsIn } from "../../shared/mentions.ts";
import type { Mention } from "../../shared/thread.ts";
import { useSession } from "../connection/hooks.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { TextField } from "../controls/text-field.tsx";
import { draftOf, keepDraft } from "./drafts.ts";
import { FormKeys } from "./form-keys.tsx";
import { MentionField } from "./mention-field.tsx";
import { useCommand, type UseCommand } from "./use-command.ts";

interface WordsFormProps {
  readonly label: string;
  /** The label is only read out: the place of the form says it. */
  readonly isLabelHidden?: boolean;
  readonly hint?: ReactNode;
  /** One draft is kept for each key. */
  readonly draftKey: string;
  /** What stands in it at first. */
  readonly initial?: string;
  readonly rows?: number;
  /** `@` offers people and boroughs to call on. */
  readonly hasMentions?: boolean;
  readonly saveLabel: string;
  /** Said when it is saved without words; undefined when it may be left empty. */
  readonly emptyMessage?: string | undefined;
  readonly command: string;
  /** Between the words and the button. */
  readonly children?: ReactNode;
  /** The command's arguments for these words and whom they call on: nobody where there are no mentions. */
  readonly args: (text: string, mentions: readonly Mention[]) => unknown;
  /** Told why it was refused, for whoever can do something about it. */
  readonly onRefused?: ((code: UseCommand["code"]) => void) | undefined;
  /** After it was saved, with what the record says of it, or given up: null. A draft then stays. */
  readonly onDone: (saved: Entry | null) => void;
}

export function WordsForm(props: WordsFormProps): ReactNode {
  const { label, draftKey, initial = "", emptyMessage } = props;
  const [text, setText] = useState(draftOf(draftKey) ?? initial);
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const id = useId();
  const session = useSession();
  const { run, isRunning, problem } = useCommand(props.onRefused);
  const error = isMissing && emptyMessage !== undefined ? emptyMessage : problem;

  useEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  useEffect(() => {
    if (error !== null) announce(error);
  }, [error]);

  const save = async (): Promise<void> => {
    if (isRunning) return;
    const words = text.trim();
    if (words === "" && emptyMessage !== undefined) {
      setMissing(true);
      field.current?.focus();
      return;
    }
    const mentions = props.hasMentions
      ? mentionsIn(words, mentionablesIn(session.record.state()))
      : [];
    const saved = await run(props.command, props.args(words, mentions));
    if (!saved) return;
    keepDraft(draftKey, "");
    props.onDone(saved);
  };

  const input = {
    id,
    label: props.isLabelHidden ? <span className="only-read-out">{label}</span> : label,
    hint: props.hint,
    error,
    rows: props.rows ?? 3,
    value: text,
    onChange(typed: string) {
      setText(typed);
      setMissing(false);
      keepDraft(draftKey, typed);
    },
  };
  return (
    <FormKeys onSave={() => void save()} onCancel={() => props.onDone(null)}>
      {props.hasMentions ? (
        <MentionField ref={field} {...input} />
      ) : (
        <TextField ref={field} {...input} />
      )}
      {props.children}
      <div className="row">
        <Button type="submit" look="main" busy={isRunning}>
          {props.saveLabel}
        </Button>
        <Button onClick={() => props.onDone(null)}>Cancel</Button>
      </div>
    </FormKeys>
  );
}
