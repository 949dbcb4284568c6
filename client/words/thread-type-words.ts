/** What conversations are called. */
import { allThreadTypes, type ThreadType } from "../../shared/thread.ts";

interface TypeWords {
  readonly label: string;
  /** Before an item's name. */
  readonly heading: string;
  /** On the button that begins one. */
  readonly begin: string;
  /** In a menu, for one that is something else. */
  readonly make: string;
}

const words: Readonly<Record<ThreadType, TypeWords>> = {
  comment: {
    label: "Comment",
    heading: "Comment on",
    begin: "Comment",
    make: "Make it a comment",
  },
  question: {
    label: "Question",
    heading: "Question on",
    begin: "Ask",
    make: "Make it a question",
  },
  objection: {
    label: "Objection",
    heading: "Objection to",
    begin: "Object",
    make: "Make it an objection",
  },
  decision: {
    label: "Decision",
    heading: "Decision on",
    begin: "Note the decision",
    make: "Make it a decision",
  },
};

/** "Question on R-9". */
export function typeHeading(type: ThreadType, name: string): string {
  return `${words[type].heading} ${name}`;
}

export function typeWords(type: ThreadType): TypeWords {
  return words[type];
}

/** To choose from. */
export const typeChoices = allThreadTypes.map((value) => ({ value, label: words[value].label }));
