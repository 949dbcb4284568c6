/** The list of what there is to choose under a field that keeps the focus (WAI-ARIA "listbox"). */
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- in this pattern the field has the focus and the keys */
import { useEffect, useRef, type ReactNode } from "react";
import "./combobox.css";

interface OptionListProps<Option extends { readonly id: string }> {
  readonly id: string;
  readonly label: string;
  readonly isShown: boolean;
  /** `inside`: part of what lies over the page, not the whole of it. */
  readonly look?: "over" | "inside";
  readonly options: readonly Option[];
  /** Which one the keys are at; -1 for none. */
  readonly active: number;
  readonly show: (option: Option) => ReactNode;
  readonly onChoose: (option: Option) => void;
}

export function OptionList<Option extends { readonly id: string }>(
  props: OptionListProps<Option>,
): ReactNode {
  const { id, label, isShown, look = "over", options, active, show, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children.item(active)?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className={look === "over" ? "combobox-list" : undefined}
      hidden={!isShown}
    >
      {options.map((option, index) => (
        <div
          key={option.id}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          className="combobox-option"
          // Keeps the focus in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
        >
          {show(option)}
        </div>
      ))}
    </div>
  );
}

/** What `aria-activedescendant` of the field names; nothing while no option is active. */
export function activeOptionId(
  listId: string,
  isShown: boolean,
  active: number,
): string | undefined {
  return isShown && active >= 0 ? optionId(listId, active) : undefined;
}

/** Round the list, and from nothing to its first or last. */
export function stepInList(active: number, by: 1 | -1, count: number): number {
  if (count === 0) return -1;
  if (active === -1) return by === 1 ? 0 : count - 1;
  return (active + by + count) % count;
}

function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
