/** What somebody chooses of a preview: what is shown, taken and left, and what that comes to. */
import { expect, it } from "vitest";
import {
  answer,
  answerAll,
  countChosen,
  leave,
  makeKind,
  noFilter,
  nothingChosen,
  sentChoices,
  shownChanges,
} from "../../../client/exchange/preview-choices.ts";
import type { ChangeState, ImportChange, ImportPreview } from "../../../shared/import-changes.ts";

function change(key: string, state: ChangeState, more: Partial<ImportChange> = {}): ImportChange {
  return {
    key,
    state,
    where: "",
    kind: "requirement",
    level: 1,
    itemId: null,
    reference: "",
    fileReference: "",
    section: "",
    words: "",
    priority: null,
    parts: [],
    likely: [],
    note: "",
    ...more,
  };
}

const preview: ImportPreview = {
  importId: "i",
  fileName: "ours.csv",
  format: "csv",
  isMapped: false,
  changes: [
    change("n", "new", { words: "pay by card", kind: "need" }),
    change("c", "changed"),
    change("a", "ask", { likely: [{ itemId: "x", reference: "R-1", words: "" }] }),
    change("o", "out"),
    change("s", "same"),
    change("m", "missing"),
  ],
  links: { n: 1, c: 2, a: 4, s: 8 },
  linkCount: 15,
  suggestionCount: 0,
  problems: [],
  notices: [],
};
const { changes } = preview;

it("takes what is new and changed, and waits for an answer to what is asked", () => {
  expect(countChosen(preview, nothingChosen)).toEqual({ added: 1, changed: 1, links: 11, open: 1 });
  const answered = answer(nothingChosen, "a", "x");
  expect(countChosen(preview, answered)).toEqual({ added: 1, changed: 2, links: 15, open: 0 });
  const likeliest = answerAll(nothingChosen, changes, "likeliest");
  expect(sentChoices(likeliest).answers).toEqual({ a: "x" });
  const asNew = answerAll(nothingChosen, changes, "new");
  expect(countChosen(preview, asNew)).toEqual({ added: 2, changed: 1, links: 15, open: 0 });
});

it("leaves all that is shown, and takes it again", () => {
  const left = leave(nothingChosen, changes, true);
  expect([...left.left]).toEqual(["n", "c", "a"]);
  expect(countChosen(preview, left)).toEqual({ added: 0, changed: 0, links: 8, open: 0 });
  expect(leave(left, changes, false)).toEqual(nothingChosen);
});

it("changes the kind of what is new only", () => {
  const made = makeKind(answer(nothingChosen, "a", null), changes, "outcome");
  expect(sentChoices(made).kinds).toEqual({ n: "outcome", a: "outcome" });
  const outcomes = shownChanges(changes, { ...noFilter, kind: "outcome" }, made);
  expect(outcomes.map(({ key }) => key)).toEqual(["n", "a"]);
});

it("shows first what is to decide, and finds by words", () => {
  const keys = (filter: Partial<typeof noFilter>) =>
    shownChanges(changes, { ...noFilter, ...filter }, nothingChosen).map(({ key }) => key);
  expect(keys({})).toEqual(["n", "c", "a", "o"]);
  expect(keys({ state: "missing" })).toEqual(["m"]);
  expect(keys({ words: " CARD" })).toEqual(["n"]);
});
