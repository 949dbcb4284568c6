/**
 * Suggesting other wording for a part of an item, as a card beside it. Promises that nothing written is
 * lost, that what others write meanwhile is not taken back, and that a wording is only suggested for
 * words that the person saw.
 */
import { useEffect, useId, useState, type ComponentType, type ReactNode } from "react";
import { carryOver } from "../../shared/carry-over.ts";
import type { Entry } from "../../shared/entry.ts";
import { textFingerprint } from "../../shared/even-text.ts";
import { itemKinds, mainField, type Field } from "../../shared/item-kinds.ts";
import { fragmentOf, type Item } from "../../shared/items.ts";
import { plainText } from "../../shared/plain-text.ts";
import { emptyRichText, readRichText, type RichText } from "../../shared/rich-text.ts";
import { differenceOf } from "../../shared/text-difference.ts";
import { problemOfText } from "../../shared/text-rules.ts";
import { isFieldSelection, type ChosenPlace } from "../connection/field-selection.ts";
import { useItem, useRecord, useSession } from "../connection/hooks.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { SelectField } from "../controls/select-field.tsx";
import { TextField } from "../controls/text-field.tsx";
import { Difference } from "../words/difference.tsx";
import { draftOf, keepDraft } from "../words/drafts.ts";
import { FormKeys } from "../words/form-keys.tsx";
import { itemName } from "../words/item-words.ts";
import { useCommand } from "../words/use-command.ts";
import { anchorAt, upToDate } from "./chosen-anchor.ts";

/** Where the wording is written: the page gives it, because it is an editor. */
export type WordingField = ComponentType<{
  readonly field: Field;
  readonly text: RichText;
  readonly selected: { readonly from: number; readonly to: number } | null;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly isWrong: boolean;
  readonly onChange: (text: RichText) => void;
}>;

interface SuggestionComposerProps {
  readonly place: ChosenPlace;
  readonly WordingField: WordingField;
  readonly onDone: (saved: Entry | null) => void;
}

export function SuggestionComposer(props: SuggestionComposerProps): ReactNode {
  const { place } = props;
  const item = useItem(place.itemId);
  const name = useRecord((record) => itemName(item, record, place.itemId));
  const [chosen, setChosen] = useState(isFieldSelection(place) ? place.field : null);
  const id = useId();
  if (!item) return null;
  const { fields } = itemKinds[item.kind];
  const field = fields.find((one) => one.name === (chosen ?? mainField(item.kind)));
  if (!field) return null;
  return (
    <section
      className="conversation-card composer"
      data-open=""
      aria-label={`Suggest wording for ${name}`}
    >
      <h3>Suggest wording for {name}</h3>
      {fields.length > 1 && (
        <SelectField
          id={`${id}-part`}
          label="Part"
          value={field.name}
          options={fields.map(({ name: value, label }) => ({ value, label }))}
          onChange={setChosen}
        />
      )}
      <WordingForm key={field.name} {...props} item={item} field={field} />
    </section>
  );
}

interface WordingFormProps extends SuggestionComposerProps {
  readonly item: Item;
  readonly field: Field;
}

/** What was begun: the wording, and what the text said then. */
interface Begun {
  readonly base: RichText;
  readonly text: RichText;
}

function WordingForm({ item, field, place, WordingField, onDone }: WordingFormProps): ReactNode {
  const session = useSession();
  const now = (): RichText => {
    const fragment = fragmentOf(session.doc, item.id, field.name);
    return fragment ? readRichText(fragment) : emptyRichText;
  };
  const key = `suggest ${item.id} ${field.name}`;
  const selected =
    isFieldSelection(place) && place.field === field.name && place.from < place.to ? place : null;
  const [begun, setBegun] = useState<Begun>(() => readDraft(key) ?? { base: now(), text: now() });
  const [turn, setTurn] = useState(0);
  const [isFresh] = useState(readDraft(key) === null);
  const [anchor] = useState(() => anchorAt(session.doc, selected ?? { itemId: item.id }));
  const [because, setBecause] = useState(draftOf(`${key} because`) ?? "");
  const [wrong, setWrong] = useState<string | null>(null);
  const [moved, setMoved] = useState<RichText | null>(null);
  const { run, isRunning, problem } = useCommand();
  const id = useId();
  const error = wrong ?? problem;

  useEffect(() => {
    if (error !== null) announce(error);
  }, [error]);

  const begin = (next: Begun): void => {
    setBegun(next);
    keepBegun(key, next);
    setWrong(null);
    setMoved(null);
  };
  const save = async (): Promise<void> => {
    if (isRunning) return;
    const today = now();
    const carried = carryOver(begun.base, begun.text, today);
    setMoved(carried.state === "moved-on" ? today : null);
    if (carried.state !== "fits") {
      setWrong(
        carried.state === "said"
          ? "That is what it says now. Change something first."
          : "The wording changed while you were writing. Read what it says now, then suggest yours.",
      );
      return;
    }
    const found = problemOfText(carried.text, field);
    setWrong(found);
    if (found !== null) return;
    const saved = await run("suggest-wording", {
      anchor: upToDate(session.doc, anchor),
      field: field.name,
      seen: textFingerprint(today),
      after: carried.text,
      because: because.trim(),
    });
    if (!saved) return;
    keepDraft(key, "");
    keepDraft(`${key} because`, "");
    announce("Your wording is suggested. The text stays as it is until somebody accepts it.");
    onDone(saved);
  };

  return (
    <FormKeys onSave={() => void save()} onCancel={() => onDone(null)}>
      <div className={error === null ? "field" : "field field-wrong"}>
        <span className="field-label" id={`${id}-label`}>
          {field.label}
        </span>
        <span className="field-hint" id={`${id}-hint`}>
          Write it as it should be. The text stays as it is until somebody accepts it.
        </span>
        {error !== null && (
          <p className="field-error" id={`${id}-error`}>
            <span className="only-read-out">Error: </span>
            {error}
          </p>
        )}
        <WordingField
          key={turn}
          field={field}
          text={begun.text}
          selected={isFresh && turn === 0 ? selected : null}
          labelledBy={`${id}-label`}
          describedBy={error === null ? `${id}-hint` : `${id}-hint ${id}-error`}
          isWrong={error !== null}
          onChange={(text) => begin({ base: begun.base, text })}
        />
      </div>
      {moved && (
        <MovedOn
          before={begun.base}
          now={moved}
          onKeepMine={() => begin({ base: moved, text: begun.text })}
          onStartAgain={() => {
            begin({ base: moved, text: moved });
            setTurn(turn + 1);
          }}
        />
      )}
      <TextField
        id={`${id}-because`}
        label="Why (optional)"
        rows={2}
        value={because}
        onChange={(words) => {
          setBecause(words);
          keepDraft(`${key} because`, words);
        }}
      />
      <div className="row">
        <Button type="submit" look="main" busy={isRunning}>
          Suggest
        </Button>
        <Button onClick={() => onDone(null)}>Cancel</Button>
      </div>
    </FormKeys>
  );
}

interface MovedOnProps {
  readonly before: RichText;
  readonly now: RichText;
  readonly onKeepMine: () => void;
  readonly onStartAgain: () => void;
}

function MovedOn({ before, now, onKeepMine, onStartAgain }: MovedOnProps): ReactNode {
  return (
    <div className="ask">
      <p className="quiet">Changed meanwhile:</p>
      <p>
        <Difference pieces={differenceOf(plainText(before), plainText(now))} />
      </p>
      <div className="row">
        <Button onClick={onKeepMine}>Keep mine, for the new words</Button>
        <Button onClick={onStartAgain}>Start again from the new words</Button>
      </div>
    </div>
  );
}

function keepBegun(key: string, begun: Begun): void {
  keepDraft(key, JSON.stringify(begun));
}

function readDraft(key: string): Begun | null {
  const draft = draftOf(key);
  return draft === undefined ? null : (JSON.parse(draft) as Begun);
}
