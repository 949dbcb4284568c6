/**
 * A text area that offers a list while one types a word after a sign, such as a name after `@`.
 * Promises that it is a plain text area otherwise: the focus and the caret stay in it, arrow keys walk
 * the list only while it is open, Enter chooses, Escape closes it and nothing else.
 *
 * A multi-line field may not be a `combobox` (ARIA in HTML allows a textarea no role), so that it is a
 * text box with the combobox's properties, and what cannot be said with these is announced.
 */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { announce } from "./announcer.tsx";
import { calledFor } from "./called-for.ts";
import { describedBy } from "./described-by.ts";
import { FieldFrame } from "./field-frame.tsx";
import { activeOptionId, OptionList, stepInList } from "./option-list.tsx";
import { useOutsidePress } from "./use-outside-press.ts";

interface ListedOption {
  readonly id: string;
  /** What takes the place of the word that was typed. */
  readonly inserts: string;
}

interface TextAreaWithListProps<Option extends ListedOption> {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly rows: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref: React.RefObject<HTMLTextAreaElement | null>;
  /** One character. */
  readonly sign: string;
  /** What is in the list, for its name and when it opens: "People and boroughs". */
  readonly listLabel: string;
  /** What to do where there are more than are listed. */
  readonly moreHint: string;
  /** Those that match what was typed after the sign, best first. */
  readonly optionsFor: (query: string) => readonly Option[];
  readonly show: (option: Option) => ReactNode;
}

export function TextAreaWithList<Option extends ListedOption>(
  props: TextAreaWithListProps<Option>,
): ReactNode {
  const { id, label, hint, error = null, value, onChange, ref, sign } = props;
  const { listLabel, moreHint } = props;
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  /** Where the sign stands whose list was closed or chosen from. */
  const [doneAt, setDoneAt] = useState<number | null>(null);
  const wrapper = useRef<HTMLDivElement>(null);
  const listId = useId();

  const called = caret === null ? null : calledFor(value, caret, sign);
  const all = called && called.at !== doneAt ? props.optionsFor(called.query) : [];
  const options = all.slice(0, mostListed);
  const count = options.length;
  const others = all.length - count;
  const isListed = count > 0;
  const close = (): void => setDoneAt(called?.at ?? null);
  useOutsidePress(wrapper, isListed, close);
  useEffect(() => {
    if (!isListed) return;
    const rest = others > 0 ? `, and ${others} more: ${moreHint}` : "";
    announce(`${listLabel}: ${count} to choose from${rest}`);
  }, [isListed, count, others, listLabel, moreHint]);

  const onSelect = ({ selectionStart, selectionEnd }: HTMLTextAreaElement): void =>
    setCaret(selectionStart === selectionEnd ? selectionStart : null);
  const choose = (option: Option): void => {
    const area = ref.current;
    if (!area || !called || caret === null) return;
    setDoneAt(called.at);
    setActive(0);
    area.setSelectionRange(called.at, caret);
    insertText(area, `${option.inserts} `);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isListed || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const option = options[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setActive(stepInList(active, event.key === "ArrowDown" ? 1 : -1, count));
    } else if (event.key === "Enter" && option) {
      event.preventDefault();
      choose(option);
    } else if (event.key === "Escape") {
      // Closes the list; the form and a dialog around it stay.
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") close();
  };
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div ref={wrapper} className="combobox">
        <textarea
          ref={ref}
          id={id}
          className="field-input"
          rows={props.rows}
          value={value}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={listId}
          aria-activedescendant={activeOptionId(listId, isListed, active)}
          aria-describedby={describedBy(id, { hint, error })}
          aria-invalid={error === null ? undefined : true}
          onChange={({ target }) => {
            onChange(target.value);
            onSelect(target);
            setActive(0);
            const now = calledFor(target.value, target.selectionStart, sign);
            setDoneAt((at) => (now?.at === at ? at : null));
          }}
          onSelect={(event) => onSelect(event.currentTarget)}
          onKeyDown={onKeyDown}
        />
        <div className="combobox-list text-area-list" hidden={!isListed}>
          <OptionList
            id={listId}
            label={listLabel}
            isShown={isListed}
            look="inside"
            options={options}
            active={active}
            show={props.show}
            onChoose={choose}
          />
          {others > 0 && <p className="text-area-list-more">{moreHint}</p>}
        </div>
      </div>
    </FieldFrame>
  );
}

/** As many as can be seen at once: the keys are in the text, so that a list that scrolls is out of reach. */
const mostListed = 7;

/** As if it were typed, so that undo takes it back: only this old command does that in a text area. */
function insertText(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
