/**
 * Type to search, then choose (WAI-ARIA 1.2 "combobox" with a list). The focus stays in the input;
 * arrow keys walk the list, Enter chooses, Escape closes. Which options match is the caller's to say.
 */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { announce } from "./announcer.tsx";
import { FieldFrame } from "./field-frame.tsx";
import { describedBy } from "./described-by.ts";
import { activeOptionId, OptionList, stepInList } from "./option-list.tsx";
import { useOutsidePress } from "./use-outside-press.ts";
import "./combobox.css";

export interface ComboboxOption {
  readonly id: string;
  /** What the input shows once it is chosen, and what is read out. */
  readonly label: string;
}

interface ComboboxProps<Option extends ComboboxOption> {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** Those that match what is typed, best first. */
  readonly options: readonly Option[];
  readonly onChoose: (option: Option) => void;
  /** How an option looks in the list; its label when not given. */
  readonly show?: (option: Option) => ReactNode;
  /** Shown in place of the list when nothing matches. */
  readonly nothing?: ReactNode;
}

export function Combobox<Option extends ComboboxOption>({
  id,
  label,
  hint,
  error = null,
  typed,
  onType,
  options,
  onChoose,
  show = labelOf,
  nothing,
}: ComboboxProps<Option>): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [isTyping, setTyping] = useState(false);
  const wrapper = useRef<HTMLDivElement>(null);
  const listId = useId();
  useOutsidePress(wrapper, isOpen, () => setOpen(false));

  const count = options.length;
  useEffect(() => {
    if (isOpen) announce(count === 0 ? "Nothing found" : `${count} to choose from`);
  }, [isOpen, count]);

  const open = (): void => {
    setTyping(false);
    if (isOpen) return;
    setOpen(true);
    setActive(-1);
  };
  const choose = (option: Option): void => {
    setOpen(false);
    onChoose(option);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const option = options[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      open();
      if (!event.altKey) setActive(stepInList(active, event.key === "ArrowDown" ? 1 : -1, count));
    } else if (event.key === "Enter" && isOpen && option) {
      event.preventDefault();
      choose(option);
    } else if (event.key === "Escape" && isOpen) {
      // Closes the list; a dialog around it stays.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === "Tab") setOpen(false);
  };

  // A list over the rest of the form helps nobody who has typed a whole label; arrow keys open it again.
  const isWhole = active === -1 && options.some((option) => isSame(option.label, typed));
  const isListed = isOpen && count > 0 && !(isWhole && isTyping);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div ref={wrapper} className="combobox">
        <input
          id={id}
          className="field-input"
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-expanded={isListed}
          aria-controls={listId}
          aria-activedescendant={activeOptionId(listId, isListed, active)}
          aria-describedby={describedBy(id, { hint, error })}
          aria-invalid={error === null ? undefined : true}
          value={typed}
          onChange={(event) => {
            onType(event.target.value);
            setOpen(true);
            setActive(-1);
            setTyping(true);
          }}
          onClick={open}
          onKeyDown={onKeyDown}
        />
        <OptionList
          id={listId}
          label={typeof label === "string" ? label : "Matches"}
          isShown={isListed}
          options={options}
          active={active}
          show={show}
          onChoose={choose}
        />
        {isOpen && count === 0 && nothing !== undefined ? (
          <div className="combobox-list combobox-nothing">{nothing}</div>
        ) : null}
      </div>
    </FieldFrame>
  );
}

function labelOf(option: ComboboxOption): string {
  return option.label;
}

function isSame(label: string, typed: string): boolean {
  return label.toLowerCase() === typed.trim().toLowerCase();
}
