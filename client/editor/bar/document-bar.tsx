/**
 * The bar above the document: what can be done to the words one is in or has selected, and how
 * suggested wording is shown. Always in the same place, so that nothing jumps. Alt + F10 goes to it,
 * the arrows move within, Escape goes back to the words.
 */
import "./document-bar.css";
import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { MenuButton } from "../../controls/menu-button.tsx";
import { useEditor } from "../rows/editor-context.tsx";
import { BarButton } from "./bar-button.tsx";
import {
  insertTable,
  listCommands,
  tableCommands,
  wordCommands,
  type Command,
} from "./commands.ts";
import { canSuggestFor, chooseWordsOrSay } from "./choose-words.ts";
import { SuggestionViews } from "./suggestion-views.tsx";
import { useOpenField, type OpenNow } from "./use-open-field.ts";

export function DocumentBar(): ReactNode {
  const { controller, mayWrite, mayComment } = useEditor();
  const now = useOpenField(controller);
  const bar = useRef<HTMLDivElement>(null);
  if (!mayWrite && !mayComment) {
    return (
      <div className="document-bar document-bar-views">
        <SuggestionViews />
      </div>
    );
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      event.preventDefault();
      controller.live.view?.focus();
    } else if (moveIn(bar.current, event.key)) event.preventDefault();
  };
  return (
    <div className={now ? "document-bar document-bar-open" : "document-bar"}>
      <div
        ref={bar}
        className="bar-buttons"
        role="toolbar"
        tabIndex={-1}
        aria-label="Words"
        aria-orientation="horizontal"
        data-toolbar=""
        onKeyDown={onKeyDown}
      >
        {mayWrite && <WordButtons now={now} />}
        {mayWrite && mayComment && <span className="bar-gap" />}
        {mayComment && <TalkButtons now={now} />}
        <span className="bar-rest" />
        <BarButton
          name="Keys"
          className="bar-keys"
          onPress={() => controller.question.set({ ask: "keys" })}
        >
          Keys
        </BarButton>
      </div>
      <SuggestionViews />
    </div>
  );
}

interface ButtonsProps {
  readonly now: OpenNow | null;
}

/** What can be done to the words of the open field. */
function WordButtons({ now }: ButtonsProps): ReactNode {
  const { controller } = useEditor();
  const open = now?.open ?? null;
  const button = (command: Command): ReactNode => (
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
    <>
      {wordCommands.map(button)}
      <BarButton
        name="Link to a page"
        hint="Ctrl + K"
        disabled={!open}
        onPress={() => controller.question.set({ ask: "link" })}
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
    </>
  );
}

/** What can be said about them. Who has no editor selects words first. */
function TalkButtons({ now }: ButtonsProps): ReactNode {
  const { controller, mayWrite, maySuggest } = useEditor();
  const open = now?.open ?? null;
  const isRequirement = open !== null && controller.kindOf(open.itemId) === "requirement";
  const canSuggest = open !== null && canSuggestFor(controller, open.itemId, open.field);
  return (
    <>
      <BarButton
        name="Comment on these words"
        hint="Ctrl + Alt + M"
        disabled={mayWrite && !open}
        onPress={() => chooseWordsOrSay(controller, "comment")}
      >
        Comment
      </BarButton>
      <BarButton
        name="Meets a need… (these words)"
        hint="Ctrl + Alt + L"
        disabled={mayWrite && !isRequirement}
        onPress={() => chooseWordsOrSay(controller, "meet")}
      >
        Meets a need…
      </BarButton>
      {maySuggest && (
        <BarButton
          name="Suggest wording for these words"
          hint="Ctrl + Alt + W"
          disabled={mayWrite && !canSuggest}
          onPress={() => chooseWordsOrSay(controller, "suggest")}
        >
          Suggest wording
        </BarButton>
      )}
    </>
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
