/** Choosing words of an item with the keyboard alone, also for who may not write in the text. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { itemKinds } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { hasWords, plainText } from "../../shared/plain-text.ts";
import type { ChosenPlace, FieldSelection } from "../connection/field-selection.ts";
import { Button } from "../controls/button.tsx";
import { describedBy } from "../controls/described-by.ts";
import { Dialog } from "../controls/dialog.tsx";
import { FieldFrame } from "../controls/field-frame.tsx";
import { SelectField } from "../controls/select-field.tsx";

interface ChooseWordsDialogProps {
  readonly item: Item;
  /** "R-12". */
  readonly name: string;
  readonly onChoose: (place: ChosenPlace) => void;
  readonly onClose: () => void;
}

const areaId = "choose-words-text";
const hint = "Move with the arrow keys and hold Shift to select.";

export function ChooseWordsDialog(props: ChooseWordsDialogProps): ReactNode {
  const { item, name, onChoose, onClose } = props;
  const written = itemKinds[item.kind].fields.filter((field) => hasWords(item.fields[field.name]));
  const [field, setField] = useState(written[0]?.name ?? "");
  const [error, setError] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const text = item.fields[field];

  useEffect(() => {
    area.current?.focus();
    area.current?.setSelectionRange(0, 0);
  }, []);

  const useWords = (): void => {
    const chosen = selectionIn(area.current, item.id, field);
    if (chosen) onChoose(chosen);
    else {
      setError("Select some words first, or use the whole item.");
      area.current?.focus();
    }
  };
  return (
    <Dialog title={`Choose words of ${name}`} onClose={onClose}>
      {written.length > 1 && (
        <SelectField
          id="choose-words-field"
          label="Part"
          value={field}
          options={written.map(({ name: value, label }) => ({ value, label }))}
          onChange={(value) => {
            setField(value);
            setError(null);
          }}
        />
      )}
      <FieldFrame id={areaId} label="Words" hint={hint} error={error}>
        <textarea
          ref={area}
          id={areaId}
          className="field-input"
          rows={6}
          // Chromium has no caret in a text area that is `readOnly`, and the keys need one.
          aria-readonly
          onBeforeInput={(event) => event.preventDefault()}
          onChange={() => {}}
          spellCheck={false}
          inputMode="none"
          aria-describedby={describedBy(areaId, { hint, error })}
          aria-invalid={error === null ? undefined : true}
          value={text ? plainText(text) : ""}
        />
      </FieldFrame>
      <div className="dialog-buttons">
        <Button look="main" onClick={useWords}>
          Use these words
        </Button>
        <Button onClick={() => onChoose({ itemId: item.id })}>Use the whole item</Button>
      </div>
    </Dialog>
  );
}

/** A text area counts as `plainText` does: one line break between blocks. */
function selectionIn(
  area: HTMLTextAreaElement | null,
  itemId: string,
  field: string,
): FieldSelection | null {
  if (!area) return null;
  const { selectionStart: from, selectionEnd: to, value } = area;
  return value.slice(from, to).trim() === "" ? null : { itemId, field, from, to };
}
