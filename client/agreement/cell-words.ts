/** What a cell of the board says, in words. The signs before them (board.css) say nothing more. */
import type { AgreementCell } from "../../shared/agreement-row.ts";
import { defaultPriorityWords } from "../../shared/item-kinds.ts";
import { stanceWords, type Stance } from "../../shared/position.ts";

interface CellWords {
  readonly words: string;
  /** Said after the words, in a quieter voice. */
  readonly note: string;
}

const says: Readonly<Record<Stance, string>> = {
  agree: "Agrees",
  "agree-with-change": "Agrees with a change",
  "does-not-apply": "Does not apply",
  object: "Objects",
};

export function cellWords(cell: AgreementCell): CellWords {
  const { state, stance, proposed, priority } = cell;
  switch (state) {
    case "not-looked":
      return { words: "Not looked yet", note: "" };
    case "proposed":
      return { words: "Proposed", note: proposed === null ? "" : stanceWords[proposed].says };
    case "changed":
      return {
        words: "Changed since",
        note: stance === null ? "" : before[stance],
      };
    default:
      return {
        words: says[state],
        note: priority === null ? "" : `as ${defaultPriorityWords[priority]}`,
      };
  }
}

const before: Readonly<Record<Stance, string>> = {
  agree: "agreed before",
  "agree-with-change": "agreed with a change before",
  "does-not-apply": "did not apply before",
  object: "objected before",
};
