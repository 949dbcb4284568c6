/**
 * The bar above the document: what can be done to the words one is in. Always in the same place, so
 * that nothing jumps. Alt + F10 goes to it, the arrows move within, Escape goes back to the words.
 */
import "./document-bar.css";
import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { MenuButton } from "../../controls/menu-button.tsx";
import { useEditor } from "../rows/editor-context.tsx";
import { BarButton } from "./bar-button.tsx";
import { insertTable, listCommands, tableCommands, wordCommands } from "./commands.ts";
import { chooseWords } from "./choose-words.ts";
import { useOpenField } from "./use-open-field.ts";

export function DocumentBar(): ReactNode {
  const { controller, mayWrite, mayComment } = useEditor();
  const now = useOpenField(controller);
  const bar = useRef<HTMLDivElement>(null);
  const { question } = controller;
  if (!mayWrite) return null;

  const open = now?.open ?? null;
  const isRequirement = open !== null && controller.kindOf(open.itemId) === "requirement";
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      event.preventDefault();
      controller.live.view?.focus();
    } else if (moveIn(bar.current, event.key)) event.preventDefault();
  };
  const button = (command: (typeof wordCommands)[number]): ReactNode => (
    <BarButton
      key={command.id}
      name={command.label}
      hint={command.key}
      className={`bar-${command.id}`}
      isPressed={now?.active.includes(command.id) ?? false}
      disabled={!open || !command.fits(open.definition)}
      onPress={() => open && command.run(open.editor)}
    >
      <span className="bar-sign" data-sign={command.sign} />
    </BarButton>
  );
  return (
    <div
      ref={bar}
      className={open ? "document-bar document-bar-open" : "document-bar"}
      role="toolbar"
      tabIndex={-1}
      aria-label="Words"
      aria-orientation="horizontal"
      data-toolbar=""
      onKeyDown={onKeyDown}
    >
      {wordCommands.map(button)}
      <BarButton
        name="Link to a page"
        hint="Ctrl + K"
        disabled={!open}
        onPress={() => question.set({ ask: "link" })}
      >
        Link
      </BarButton>
      <span className="bar-gap" />
      {listCommands.map(button)}
      {open?.definition.tables === true && (
        <MenuButton
          className="bar-button"
          items={(now?.isInTable ? tableCommands : [insertTable]).map((command) => ({
            id: command.id,
            label: command.label,
            onChoose: () => command.run(open.editor),
          }))}
        >
          Table
        </MenuButton>
      )}
      {mayComment && (
        <>
          <span className="bar-gap" />
          <BarButton
            name="Comment on these words"
            hint="Ctrl + Alt + M"
            disabled={!open}
            onPress={() => chooseWords(controller, "comment")}
          >
            Comment
          </BarButton>
          <BarButton
            name="Meets a need… (these words)"
            hint="Ctrl + Alt + L"
            disabled={!isRequirement}
            onPress={() => chooseWords(controller, "meet")}
          >
            Meets a need…
          </BarButton>
        </>
      )}
      <span className="bar-rest" />
      <BarButton name="Keys" className="bar-keys" onPress={() => question.set({ ask: "keys" })}>
        Keys
      </BarButton>
    </div>
  );
}

/** Moves the focus along the bar. @returns whether the key did */
function moveIn(bar: HTMLElement | null, key: string): boolean {
  const buttons = [...(bar?.querySelectorAll<HTMLElement>("button") ?? [])].filter(
    (one) => one.closest('[role="menu"]') === null,
  );
  const at = buttons.findIndex((one) => one === document.activeElement);
  if (at < 0) return false;
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[key];
  if (next === undefined) return false;
  buttons.at(next % buttons.length)?.focus();
  return true;
}
