/** What the groups of a review are called. */
import type { Met } from "../../shared/looking-back.ts";

export interface MetWords {
  /** Head of a list. */
  readonly heading: string;
  /** Head of a column. */
  readonly column: string;
  /** What the list is, under its head. */
  readonly about: string;
}

export const metWords: Readonly<Record<Met, MetWords>> = {
  notMet: {
    heading: "Met by no requirement",
    column: "By none",
    about: "Wanted, and not written.",
  },
  partly: {
    heading: "Met partly",
    column: "Partly",
    about: "A requirement goes some of the way.",
  },
  changed: {
    heading: "Linked before the words changed",
    column: "Changed since",
    about: "Somebody has to read both again and confirm the link, or take it back.",
  },
  fully: {
    heading: "Met fully",
    column: "Fully",
    about: "At least one requirement was said to meet all of it.",
  },
  leftOut: {
    heading: "Left out on purpose",
    column: "Left out",
    about: "Somebody decided it and said why.",
  },
};
