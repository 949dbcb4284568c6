/** Every command and every role: who may. */
import { expect, it } from "vitest";
import { allRoles } from "../../../shared/access.ts";
import { commands } from "../../../shared/commands/all.ts";
import { fingerprint, seenOf } from "../../../shared/seen.ts";
import { textFingerprint } from "../../../shared/even-text.ts";
import { richTextFromPlain } from "../../../shared/rich-text.ts";
import { anItem, AStatement } from "./a-statement.ts";

/** Arguments with which each command works for whoever may, and what it needs beforehand. */
const examples: Readonly<Record<string, (statement: AStatement, personId: string) => object>> = {
  "start-thread": () => ({ anchor: { itemId: "R-1" }, text: "Hello" }),
  reply: (statement) => ({ ...statement.startsThread("ada"), text: "Hello" }),
  "edit-comment": (statement, personId) => ({ ...ownComment(statement, personId), text: "New" }),
  "withdraw-comment": (statement, personId) => ownComment(statement, personId),
  "close-thread": (statement) => statement.startsThread("ada"),
  "reopen-thread"(statement) {
    const thread = statement.startsThread("ada");
    statement.does("ada", "close-thread", thread);
    return thread;
  },
  "change-thread-type": (statement, personId) => ({
    ...ownComment(statement, personId),
    type: "question",
  }),
  "assign-thread": (statement) => ({ ...statement.startsThread("ada"), personId: "ben" }),
  "propose-closing": (statement, personId) => ({
    ...objection(statement, personId === "ben" ? "ada" : "ben"),
    note: "Settled.",
  }),
  "withdraw-closing-proposal"(statement, personId) {
    const thread = objection(statement, personId === "ben" ? "ada" : "ben");
    statement.does(personId, "propose-closing", { ...thread, note: "Settled." });
    return thread;
  },
  "keep-open"(statement, personId) {
    const thread = objection(statement, personId);
    const other = personId === "ben" ? "ada" : "ben";
    statement.does(other, "propose-closing", { ...thread, note: "Settled." });
    return thread;
  },
  "meet-need": () => ({ anchor: { itemId: "R-1" }, needId: "N-1", how: "fully" }),
  "change-how": (statement) => ({ threadId: statement.links("ada"), how: "partly" }),
  confirm(statement) {
    const threadId = statement.links("ada");
    statement.says(anItem("R-1", "requirement", "New words"));
    const seen = fingerprint(seenOf(statement.item("R-1")), seenOf(statement.item("N-1")));
    return { threadId, seen };
  },
  "withdraw-link": (statement) => ({ threadId: statement.links("ada"), why: "No" }),
  "leave-out-need": () => ({ needId: "N-1", why: "No" }),
  "put-back-need"(statement) {
    statement.does("ada", "leave-out-need", { needId: "N-1", why: "No" });
    return { needId: "N-1" };
  },
  "needs-no-need": () => ({ requirementId: "R-2", why: "Law" }),
  "dismiss-hint": () => ({ itemId: "R-1", check: "vague-words", why: "Defined in section 2." }),
  "restore-hint"(statement) {
    const hint = { itemId: "R-1", check: "vague-words" };
    statement.does("ada", "dismiss-hint", { ...hint, why: "Defined in section 2." });
    return hint;
  },
  "needs-a-need"(statement) {
    statement.does("ada", "needs-no-need", { requirementId: "R-2", why: "Law" });
    return { requirementId: "R-2" };
  },
  "suggest-wording": (statement) => ({
    anchor: { itemId: "R-1" },
    field: "statement",
    seen: textFingerprint(richTextFromPlain("The service answers calls within two minutes.")),
    after: richTextFromPlain(`Answers within ${statement.entries.length} minutes.`),
  }),
  "accept-suggestion": (statement) => ({ threadId: statement.suggests("ben", "New words") }),
  "decline-suggestion": (statement) => ({
    threadId: statement.suggests("ben", "New words"),
    why: "No",
  }),
  "withdraw-suggestion": (statement, personId) => ({
    threadId: statement.suggests(personId, "New words"),
  }),
  "take-position": agreeing,
  "renew-positions"(statement, personId) {
    const { itemId } = agreeing(statement, personId);
    for (const each of ["ada", "ben"]) statement.takes(each, "agree");
    statement.says(anItem("R-1", "requirement", "New words"));
    return { items: [{ itemId, seen: statement.shown(personId) }] };
  },
  "withdraw-position"(statement, personId) {
    const { itemId } = agreeing(statement, personId);
    for (const each of ["ada", "ben"]) statement.takes(each, "agree");
    return { itemId };
  },
  "propose-position": (statement, personId) => ({
    itemId: "R-1",
    stance: "agree",
    seen: statement.shown(personId),
  }),
  "withdraw-proposal"(statement, personId) {
    const proposal = { itemId: "R-1", stance: "agree", seen: statement.shown(personId) };
    statement.does(personId, "propose-position", proposal);
    return { itemId: "R-1" };
  },
  "make-version": () => ({ name: "For legal" }),
  "issue-version": (statement) => ({ number: statement.keeps() }),
  "sign-off-version": (statement) => ({ number: issued(statement) }),
  "decline-version": (statement) => ({ number: issued(statement), why: "Not yet." }),
  "describe-borough": () => ({ contractEnds: "2027-03-31", takingPart: "buy-together" }),
};

/** Those who agree for their borough take positions; see below for those who do not. */
function agreeing(statement: AStatement, personId: string) {
  statement.letAllAgree();
  return { itemId: "R-1", stance: "agree", seen: statement.shown(personId) };
}

/** Number of an issued version, for those to say something to who agree for their borough. */
function issued(statement: AStatement): number {
  statement.letAllAgree();
  const number = statement.keeps();
  statement.does("ada", "issue-version", { number });
  return number;
}

const people = { lead: "ada", editor: "cleo", reviewer: "ben", reader: "dan" } as const;

const forEditors = new Set([
  "accept-suggestion",
  "decline-suggestion",
  "leave-out-need",
  "put-back-need",
  "needs-no-need",
  "needs-a-need",
  "dismiss-hint",
  "restore-hint",
  "make-version",
]);

const forLeads = new Set(["issue-version"]);

for (const { name } of commands) {
  for (const role of allRoles) {
    const may =
      role === "lead" ||
      (role === "editor" && !forLeads.has(name)) ||
      (role === "reviewer" && !forLeads.has(name) && !forEditors.has(name));

    it(`${may ? "lets" : "does not let"} a ${role} ${name}`, () => {
      const statement = new AStatement();
      const args = examples[name]?.(statement, role === "reader" ? "ada" : people[role]);
      expect(args, "an example of its arguments").toBeDefined();
      expect(statement.answer(people[role], name, args)).toBe(may ? null : "not-allowed");
    });
  }

  it(`answers ${name} of somebody who is not in the statement as if there were none`, () => {
    const statement = new AStatement();
    expect(statement.answer("mallory", name, {})).toBe("not-found");
    statement.append(
      { type: "remove-person", facts: { personId: "cleo" }, words: {} },
      "ada",
      "camden",
    );
    expect(statement.answer("cleo", name, {})).toBe("not-found");
  });
}

function ownComment(statement: AStatement, personId: string) {
  return statement.startsThread(personId);
}

function objection(statement: AStatement, personId: string) {
  const args = { anchor: { itemId: "R-1" }, text: "No.", type: "objection" };
  return { threadId: String(statement.does(personId, "start-thread", args).facts["threadId"]) };
}

for (const name of [
  "take-position",
  "renew-positions",
  "withdraw-position",
  "sign-off-version",
  "decline-version",
]) {
  for (const role of allRoles) {
    it(`does not let a ${role} ${name} who does not agree for the borough`, () => {
      const statement = new AStatement();
      const args = examples[name]?.(statement, people[role]);
      const facts = { personId: people[role], role, agrees: false };
      statement.append({ type: "change-role", facts, words: {} }, "ada", "camden");
      expect(statement.answer(people[role], name, args)).toBe("not-allowed");
    });
  }
}
