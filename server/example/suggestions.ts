/** Wording that reviewers suggest: one waits to be decided, one was declined. */
import type { ExampleSuggestion } from "./example-types.ts";

export const suggestions: readonly ExampleSuggestion[] = [
  {
    item: "proof-of-work",
    field: "statement",
    replace: "what was found and what was done",
    with: "what was found, what was done and what is left to do",
    because: "The next visit begins with what is left, and today nobody writes it down.",
    by: "marek",
  },
  {
    item: "report-online",
    field: "statement",
    replace: "on a phone, tablet or computer",
    with: "on any device with a browser",
    because: "The list of devices will be out of date before the contract ends.",
    by: "marek",
    declined: {
      by: "priya",
      text: "Residents read this too, and they say phone and computer. The measure covers the rest.",
    },
  },
];
