/** Moving, taking out and making items, as acts that a person can undo. */
import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { LiveItemStore } from "../../../client/connection/item-store.ts";
import { makeOwnUndo } from "../../../client/connection/own-undo.ts";
import type { Acting } from "../../../client/editor/acts/act.ts";
import { makeItem, makeItems } from "../../../client/editor/acts/make-items.ts";
import { moveBelow, moveByOne, moveToSection } from "../../../client/editor/acts/move-items.ts";
import { goesWith, putBack, removeItem } from "../../../client/editor/acts/remove-items.ts";
import { addItem, itemsOf } from "../../../shared/items.ts";
import { richTextFromPlain } from "../../../shared/rich-text.ts";

let session: Acting;

/** Sections A (with a part B) and C; small letters stand in them. */
beforeEach(() => {
  const doc = new Y.Doc();
  const all = ["A1", "a", "B2", "b", "b2", "C1", "c"];
  for (const [number, name] of all.entries()) {
    const isSection = /^[A-Z]/.test(name);
    const [id = ""] = isSection ? name : [name];
    addItem(doc, {
      id: isSection ? id : name,
      kind: isSection ? "section" : "requirement",
      level: isSection ? Number(name[1]) : 1,
      order: `a${number}V`,
      fields: isSection
        ? { title: richTextFromPlain(name) }
        : { statement: richTextFromPlain(name) },
    });
  }
  session = { doc, undo: makeOwnUndo(doc), items: new LiveItemStore(doc) };
});

const order = (): string =>
  session.items
    .order()
    .filter((id) => session.items.item(id)?.removed === null)
    .join(" ");

describe("moving", () => {
  it("passes the neighbour, and goes nowhere past the ends", () => {
    expect(moveByOne(session, "b2", -1)).toBe(true);
    expect(order()).toBe("A a B b2 b C c");
    expect(moveByOne(session, "c", 1)).toBe(false);
    expect(moveByOne(session, "A", -1)).toBe(false);
    expect(order()).toBe("A a B b2 b C c");
  });

  it("of a section takes all that is in it past the whole of the next one", () => {
    moveByOne(session, "A", 1);
    expect(order()).toBe("C c A a B b b2");
    moveByOne(session, "A", -1);
    expect(order()).toBe("A a B b b2 C c");
  });

  it("is one step of undo, however many items go along", () => {
    moveBelow(session, "A", "c");
    session.undo.undo();
    session.items.flush();
    expect(order()).toBe("A a B b b2 C c");
  });

  it("never puts a section into itself", () => {
    expect(moveBelow(session, "A", "b")).toBe(false);
  });

  it("to a section puts it at its end, after the parts of it", () => {
    moveToSection(session, "c", "A");
    expect(order()).toBe("A a B b b2 c C");
  });

  it("jumps over what was taken out, which keeps its place", () => {
    removeItem(session, "b", "twice");
    moveByOne(session, "b2", -1);
    expect(order()).toBe("A a b2 B C c");
  });
});

describe("taking out", () => {
  it("a section takes out what is in it, with the reason, and undo puts all of it back", () => {
    expect(goesWith(session, "A")).toEqual(["A", "a", "B", "b", "b2"]);
    removeItem(session, "A", "another contract");
    expect(order()).toBe("C c");
    expect(session.items.item("b")?.removed).toEqual({ why: "another contract" });
    session.undo.undo();
    session.items.flush();
    expect(order()).toBe("A a B b b2 C c");
  });

  it("leaves the older reason with what was out before, and puts back one by one", () => {
    removeItem(session, "b", "twice");
    removeItem(session, "A", "another contract");
    expect(session.items.item("b")?.removed).toEqual({ why: "twice" });
    putBack(session, ["a"]);
    expect(order()).toBe("a C c");
  });
});

describe("making", () => {
  it("puts items below another in the order given, and one undo takes them out again", () => {
    const ids = makeItems(session, "a", [
      { kind: "requirement", fields: { statement: richTextFromPlain("one") } },
      { kind: "need" },
    ]);
    expect(order()).toBe(`A a ${ids.join(" ")} B b b2 C c`);
    session.undo.undo();
    session.items.flush();
    expect(order()).toBe("A a B b b2 C c");
    // They are there, taken out: what somebody else wrote in them meanwhile is not lost.
    expect(ids.every((id) => itemsOf(session.doc).has(id))).toBe(true);
    session.undo.redo();
    session.items.flush();
    expect(order()).toBe(`A a ${ids.join(" ")} B b b2 C c`);
  });

  it("two people in one place make two items, in the same order on both pages", () => {
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(session.doc));
    const theirs: Acting = {
      doc: other,
      undo: makeOwnUndo(other),
      items: new LiveItemStore(other),
    };
    makeItem(session, "a", "requirement");
    makeItem(theirs, "a", "requirement");
    Y.applyUpdate(other, Y.encodeStateAsUpdate(session.doc));
    Y.applyUpdate(session.doc, Y.encodeStateAsUpdate(other));
    session.items.flush();
    theirs.items.flush();
    expect(theirs.items.order()).toEqual(session.items.order());
    expect(order().split(" ")).toHaveLength(9);
  });
});
