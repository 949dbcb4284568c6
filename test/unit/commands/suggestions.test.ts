/** What happens to suggested wording, command by command. */
import { describe, expect, it } from "vitest";
import { textFingerprint } from "../../../shared/even-text.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { foldEntries } from "../../../shared/record.ts";
import { emptyRecord } from "../../../shared/record-state.ts";
import { emptyRichText, richTextFromPlain, type RichText } from "../../../shared/rich-text.ts";
import { isOpenThread } from "../../../shared/thread-state.ts";
import { anItem, AStatement } from "./a-statement.ts";

const says = (statement: AStatement, field = "statement"): string =>
  plainText(statement.item("R-1").fields[field] ?? emptyRichText);
const write = (statement: AStatement, words: string): void =>
  statement.says({ ...statement.item("R-1"), ...anItem("R-1", "requirement", words) });
const args = (statement: AStatement, after: unknown, more: object = {}): object => ({
  anchor: { itemId: "R-1" },
  field: "statement",
  seen: textFingerprint(statement.item("R-1").fields["statement"] ?? emptyRichText),
  after,
  ...more,
});
const three = richTextFromPlain("The service answers calls within three minutes.");

describe("suggesting", () => {
  it("changes no text and waits, with what it said then and the reason", () => {
    const statement = new AStatement();
    const { facts } = statement.does(
      "ben",
      "suggest-wording",
      args(statement, three, { because: " Two is too costly. " }),
    );
    const thread = statement.thread(String(facts["threadId"]));
    expect(says(statement)).toBe("The service answers calls within two minutes.");
    expect(thread.suggests).toEqual({
      field: "statement",
      before: richTextFromPlain("The service answers calls within two minutes."),
      after: three,
      because: "Two is too costly.",
      outcome: null,
    });
    expect(isOpenThread(thread)).toBe(true);
    expect(statement.answer("ada", "close-thread", { threadId: thread.id })).toBe("bad-input");
    expect(statement.answer("dan", "reply", { threadId: thread.id, text: "?" })).toBe(
      "not-allowed",
    );
    expect(statement.answer("ada", "reply", { threadId: thread.id, text: "Why?" })).toBeNull();
  });

  it("proposes words for a part that has none yet, and takes them out of one that needs none", () => {
    const statement = new AStatement();
    const measure = statement.suggests("ben", "95% of calls in a month", "measure");
    statement.does("cleo", "accept-suggestion", { threadId: measure });
    expect(says(statement, "measure")).toBe("95% of calls in a month");
    const none = statement.suggests("ben", "", "measure");
    statement.does("cleo", "accept-suggestion", { threadId: none });
    expect(says(statement, "measure")).toBe("");
  });

  it.each<[string, (statement: AStatement) => object, string]>([
    ["no change", (s) => args(s, s.item("R-1").fields["statement"]), "bad-input"],
    ["nothing at all", (s) => args(s, emptyRichText), "bad-input"],
    [
      "more than 10,000 characters",
      (s) => args(s, richTextFromPlain("a".repeat(10_001))),
      "bad-input",
    ],
    [
      "what no text can hold",
      (s) => args(s, { type: "doc", content: [{ type: "image" }] }),
      "bad-input",
    ],
    ["what is no text", (s) => args(s, { type: "doc", content: [{ type: 7 }] }), "not-parsed"],
    ["a part that the item has not", (s) => args(s, three, { field: "title" }), "bad-input"],
    [
      "an item that is not there",
      (s) => args(s, three, { anchor: { itemId: "R-9" } }),
      "not-found",
    ],
    [
      "other words than it says now",
      (s) => args(s, three, { seen: "of yesterday" }),
      "text-changed",
    ],
    ["the working notes", (s) => args(s, three, { field: "notes" }), "bad-input"],
  ])("is refused for %s", (_what, of, code) => {
    const statement = new AStatement();
    expect(statement.answer("ben", "suggest-wording", of(statement))).toBe(code);
  });

  it("is refused for words of another part, a second time, and for what is not taken forward", () => {
    const statement = new AStatement();
    const place = { item: { client: 1, clock: 1 }, assoc: 0 };
    const words = { field: "measure", quote: "a", prefix: "", suffix: "", from: place, to: place };
    const elsewhere = args(statement, three, { anchor: { itemId: "R-1", words } });
    expect(statement.answer("ben", "suggest-wording", elsewhere)).toBe("bad-input");
    statement.does("ben", "suggest-wording", args(statement, three));
    expect(statement.answer("cleo", "suggest-wording", args(statement, three))).toBe("already-so");
    statement.says({ ...statement.item("R-1"), removed: { why: "Twice" } });
    const other = args(statement, richTextFromPlain("Other words"));
    expect(statement.answer("ben", "suggest-wording", other)).toBe("bad-input");
  });
});

describe("accepting", () => {
  it("changes the text, and the record names who suggested and who accepted", () => {
    const statement = new AStatement();
    const threadId = statement.suggests("ben", plainText(three));
    const entry = statement.does("cleo", "accept-suggestion", { threadId, note: "Thank you." });
    expect(says(statement)).toBe(plainText(three));
    expect(entry).toMatchObject({ personId: "cleo", facts: { threadId, how: "as-suggested" } });
    const { started, suggests } = statement.thread(threadId);
    expect(started.personId).toBe("ben");
    expect(suggests?.outcome).toMatchObject({
      state: "accepted",
      personId: "cleo",
      note: "Thank you.",
      how: "as-suggested",
    });
    expect(isOpenThread(statement.thread(threadId))).toBe(false);
  });

  it("keeps what others changed meanwhile", () => {
    const statement = new AStatement();
    const threadId = statement.suggests("ben", plainText(three));
    write(statement, "The service answers all calls within two minutes, day and night.");
    statement.does("cleo", "accept-suggestion", { threadId });
    expect(says(statement)).toBe(
      "The service answers all calls within three minutes, day and night.",
    );
  });

  it("is refused when the words moved on, until the person says to put it in their place", () => {
    const statement = new AStatement();
    const threadId = statement.suggests("ben", plainText(three));
    write(statement, "The service answers calls within ten minutes.");
    expect(statement.answer("cleo", "accept-suggestion", { threadId })).toBe("text-changed");
    const of = { threadId, instead: "of yesterday" };
    expect(statement.answer("cleo", "accept-suggestion", of)).toBe("text-changed");
    expect(says(statement)).toBe("The service answers calls within ten minutes.");
    const { fields } = statement.item("R-1");
    const instead = textFingerprint(fields["statement"] ?? emptyRichText);
    statement.does("cleo", "accept-suggestion", { threadId, instead });
    expect(says(statement)).toBe(plainText(three));
    expect(statement.thread(threadId).suggests?.outcome).toMatchObject({ how: "in-place" });
  });

  it("changes nothing where the text says it by now", () => {
    const statement = new AStatement();
    const threadId = statement.suggests("ben", plainText(three));
    write(statement, plainText(three));
    const item = statement.item("R-1");
    statement.does("cleo", "accept-suggestion", { threadId });
    expect(statement.item("R-1")).toBe(item);
    expect(statement.thread(threadId).suggests?.outcome).toMatchObject({ how: "already-said" });
  });

  it("is refused for what is not taken forward", () => {
    const statement = new AStatement();
    const threadId = statement.suggests("ben", plainText(three));
    statement.says({ ...statement.item("R-1"), removed: { why: "Twice" } });
    expect(statement.answer("cleo", "accept-suggestion", { threadId })).toBe("bad-input");
    expect(statement.answer("cleo", "decline-suggestion", { threadId, why: "Out" })).toBeNull();
  });
});

describe("a decision", () => {
  it.each(["accept-suggestion", "decline-suggestion", "withdraw-suggestion"])(
    "stands: %s comes too late for wording that was decided",
    (name) => {
      const statement = new AStatement();
      const threadId = statement.suggests("ben", plainText(three));
      statement.does("cleo", "decline-suggestion", { threadId, why: "Residents asked for two." });
      expect(statement.thread(threadId).suggests?.outcome).toMatchObject({
        state: "declined",
        personId: "cleo",
        why: "Residents asked for two.",
      });
      expect(statement.answer("ada", name, { threadId, why: "No" })).toBe("already-so");
      expect(says(statement)).toBe("The service answers calls within two minutes.");
    },
  );

  it("needs a reason to decline; only who suggested it takes it back", () => {
    const statement = new AStatement();
    const threadId = statement.suggests("ben", plainText(three));
    expect(statement.answer("cleo", "decline-suggestion", { threadId, why: " " })).toBe(
      "not-parsed",
    );
    expect(statement.answer("ada", "withdraw-suggestion", { threadId })).toBe("not-allowed");
    statement.does("ben", "withdraw-suggestion", { threadId });
    expect(statement.thread(threadId).suggests?.outcome).toMatchObject({ state: "withdrawn" });
    // The same words may then be suggested again.
    expect(() => statement.suggests("ben", plainText(three))).not.toThrow();
  });

  it("is about suggested wording only", () => {
    const statement = new AStatement();
    const { threadId } = statement.startsThread("ada");
    expect(statement.answer("ada", "accept-suggestion", { threadId })).toBe("bad-input");
    expect(statement.answer("ada", "decline-suggestion", { threadId, why: "x" })).toBe("bad-input");
    expect(statement.answer("ada", "withdraw-suggestion", { threadId })).toBe("bad-input");
  });
});

it("folds to a whole suggestion when its words were erased, or are anything", () => {
  const statement = new AStatement();
  const threadId = statement.suggests("ben", plainText(three));
  for (const words of [{}, { before: 7, after: { type: "doc", content: [[]] } }]) {
    const entries = statement.entries.map((entry) =>
      entry.type === "suggest-wording" ? { ...entry, words } : entry,
    );
    const { suggests } = foldEntries(emptyRecord, entries).threads.get(threadId) ?? {};
    const nothing: RichText = emptyRichText;
    expect(suggests).toMatchObject({ before: nothing, after: nothing, because: "" });
  }
});
