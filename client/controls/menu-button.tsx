/**
 * A button that opens a menu of things to do (WAI-ARIA Authoring Practices, "Menu Button"). Arrow
 * keys, Home, End and first letters move; Escape and Tab close; the focus returns to the button.
 */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useOutsidePress } from "./use-outside-press.ts";
import "./menu-button.css";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** A quieter line under the label. */
  readonly hint?: string;
  readonly look?: "danger";
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}

interface MenuButtonProps {
  /** What the button shows. */
  readonly children: ReactNode;
  /** What the button is called, where what it shows does not say. */
  readonly name?: string;
  /** As a function they are worked out only while the menu is open: a page has thousands of menus. */
  readonly items: readonly MenuItem[] | (() => readonly MenuItem[]);
  readonly align?: "left" | "right";
  readonly className?: string;
}

export function MenuButton({
  children,
  name,
  items,
  align = "left",
  className = "button button-second",
}: MenuButtonProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  /** Which item takes the focus when the menu opens. */
  const first = useRef(0);
  const wrapper = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  useOutsidePress(wrapper, isOpen, () => setOpen(false));

  useEffect(() => {
    if (isOpen) menuItems(wrapper.current).at(first.current)?.focus();
  }, [isOpen]);

  const openAt = (index: number): void => {
    first.current = index;
    setOpen(true);
  };
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };

  return (
    <div ref={wrapper} className="menu-wrapper" data-open={isOpen ? "" : undefined}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        aria-label={name}
        onClick={() => (isOpen ? close() : openAt(0))}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          openAt(event.key === "ArrowDown" ? 0 : -1);
        }}
      >
        {children}
      </button>
      {isOpen ? (
        <div
          id={menuId}
          role="menu"
          tabIndex={-1}
          aria-label={name}
          className={`menu menu-${align}`}
          onKeyDown={(event) => {
            if (event.key === "Escape") {
              event.stopPropagation();
              close();
            } else if (event.key === "Tab") setOpen(false);
            else moveFocus(event);
          }}
        >
          {(typeof items === "function" ? items() : items).map((item) => (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={item.look === "danger" ? "menu-item menu-item-danger" : "menu-item"}
              aria-disabled={item.disabled ?? undefined}
              onClick={() => {
                if (item.disabled) return;
                close();
                item.onChoose();
              }}
            >
              {item.label}
              {item.hint === undefined ? null : <span className="menu-hint">{item.hint}</span>}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function menuItems(within: Element | null): HTMLElement[] {
  return [...(within?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = menuItems(event.currentTarget);
  const now = items.findIndex((item) => item === document.activeElement);
  const next = nextIndex(event.key, now, items);
  if (next === null) return;
  event.preventDefault();
  items.at(next % items.length)?.focus();
}

function nextIndex(key: string, now: number, items: readonly HTMLElement[]): number | null {
  switch (key) {
    case "ArrowDown":
      return now + 1;
    case "ArrowUp":
      return now - 1;
    case "Home":
      return 0;
    case "End":
      return -1;
    default: {
      if (key.length !== 1 || key === " ") return null;
      const startsWithKey = (item: HTMLElement): boolean =>
        item.textContent.toLowerCase().startsWith(key.toLowerCase());
      const after = items.findIndex((item, index) => index > now && startsWithKey(item));
      const found = after === -1 ? items.findIndex(startsWithKey) : after;
      return found === -1 ? null : found;
    }
  }
}
