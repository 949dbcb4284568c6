/** What the states of needs and requirements are called on screen, and how they look. */
import type { NeedState, RequirementState } from "../../shared/coverage.ts";

export interface StateWords {
  /** In a row: "Partly covered". */
  readonly label: string;
  /** After a number: "27 partly". */
  readonly counted: string;
  readonly look: "good" | "part" | "warn" | "bad" | "quiet";
}

export const needStateWords: Readonly<Record<NeedState, StateWords>> = {
  covered: { label: "Covered", counted: "covered", look: "good" },
  partly: { label: "Partly covered", counted: "partly", look: "part" },
  changed: { label: "Changed since linked", counted: "changed since", look: "warn" },
  onlyRemoved: {
    label: "Only by something removed or won’t have",
    counted: "only by something removed or won’t have",
    look: "warn",
  },
  notCovered: { label: "Not covered", counted: "not covered", look: "bad" },
  leftOut: { label: "Left out on purpose", counted: "left out on purpose", look: "quiet" },
};

/** In the order in which they are shown: from what is settled to what is left to do. */
export const shownStates: readonly NeedState[] = [
  "covered",
  "partly",
  "changed",
  "onlyRemoved",
  "notCovered",
  "leftOut",
];

export const requirementStateWords: Readonly<Record<RequirementState, StateWords>> = {
  meetsANeed: { label: "Meets a need", counted: "meet a need", look: "good" },
  noNeed: { label: "Meets no need", counted: "meet no need", look: "bad" },
  needsNone: { label: "Needs no need", counted: "need none", look: "quiet" },
};
