/** Saved, saving, not saved: never "saved" while a change is only on this computer. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { problemOf } from "../../client/connection/connection-problem.ts";
import { LiveSavedStore, slowAnswerMs } from "../../client/connection/saved-store.ts";
import { closeCode } from "../../shared/sync/close-codes.ts";

function storeAt(clock: { now: number }, inherited = 0): LiveSavedStore {
  return new LiveSavedStore(() => clock.now, inherited);
}

function connectedStore(clock = { now: 0 }): LiveSavedStore {
  const store = storeAt(clock);
  store.connected();
  store.caughtUp();
  return store;
}

test("a change is being saved until the server has answered the mark that came after it", () => {
  const store = connectedStore();
  store.changed();
  expect(store.state()).toMatchObject({ state: "saving", changes: 1 });
  const k = store.takeMark();
  expect(k).not.toBeNull();
  store.saved(k ?? 0);
  expect(store.state()).toMatchObject({ state: "saved", changes: 0 });
});

test("an answer to an earlier mark does not save what was typed after it, and asks for another", () => {
  const store = connectedStore();
  store.changed();
  const first = store.takeMark() ?? 0;
  store.changed();
  expect(store.takeMark()).toBeNull();
  store.saved(first);
  expect(store.state().state).toBe("saving");
  const second = store.takeMark() ?? 0;
  expect(second).toBeGreaterThan(first);
  store.saved(second);
  expect(store.state().state).toBe("saved");
});

test("what is typed without a pause counts as one change, and after a pause as another", () => {
  const clock = { now: 0 };
  const store = storeAt(clock);
  for (const at of [0, 100, 200, 1_000, 1_100, 3_000]) {
    clock.now = at;
    store.changed();
  }
  expect(store.state()).toMatchObject({ state: "not-saved", changes: 3 });
});

test("a mark is sent only once the server has everything from before the connection", () => {
  const store = storeAt({ now: 0 });
  store.changed();
  store.connected();
  expect(store.takeMark()).toBeNull();
  store.caughtUp();
  expect(store.takeMark()).not.toBeNull();
});

test("a mark that went down with its connection is sent again on the next", () => {
  const store = connectedStore();
  store.changed();
  const lost = store.takeMark();
  store.disconnected(null);
  expect(store.state()).toMatchObject({ state: "not-saved", connected: false });
  store.connected();
  store.caughtUp();
  expect(store.takeMark()).toBe(lost);
});

test("it says what the server said when it ended the line, until the server answers again", () => {
  const store = connectedStore();
  store.disconnected("Needline cannot save at the moment.");
  const told: boolean[] = [];
  store.subscribe(() => told.push(store.state().connected));
  expect(store.state()).toMatchObject({
    connected: false,
    awayBecause: "Needline cannot save at the moment.",
  });
  // It tries again, and hears the same.
  store.disconnected("Needline cannot save at the moment.");
  expect(told).toEqual([]);
  store.connected();
  expect(store.state()).toMatchObject({ connected: true, awayBecause: null });
});

test("a heartbeat repeats what is settled, never while an answer is due, and settles nothing new", () => {
  const store = connectedStore();
  store.changed();
  const k = store.takeMark() ?? 0;
  expect(store.takeHeartbeat()).toBeNull();
  store.saved(k);
  expect(store.takeHeartbeat()).toBe(k);
  store.changed();
  store.takeMark();
  store.saved(k);
  expect(store.state().state).toBe("saving");
  expect(store.takeMark()).toBeNull();
});

test("changes of an earlier visit are not saved until the server says so", () => {
  const store = storeAt({ now: 0 }, 3);
  expect(store.state()).toMatchObject({ state: "not-saved", changes: 3 });
  store.connected();
  store.caughtUp();
  store.saved(store.takeMark() ?? 0);
  expect(store.state()).toMatchObject({ state: "saved", changes: 0 });
});

test("a server that does not answer is said to have saved nothing", () => {
  const clock = { now: 0 };
  const store = connectedStore(clock);
  store.changed();
  store.takeMark();
  clock.now = slowAnswerMs + 1;
  store.refresh();
  expect(store.state().state).toBe("not-saved");
});

test("a connection that was closed for good keeps its reason", () => {
  const store = connectedStore();
  store.changed();
  store.stopped(problemOf(closeCode.removed));
  expect(store.state()).toMatchObject({
    state: "not-saved",
    connected: false,
    problem: { code: closeCode.removed, action: "statements" },
  });
});

test("the state is the same object until it changes", () => {
  const store = connectedStore();
  store.changed();
  const before = store.state();
  store.changed();
  expect(store.state()).toBe(before);
});

test("who asks only whether the connection was closed for good is not told of each key", () => {
  const store = connectedStore();
  let told = 0;
  store.subscribeProblem(() => (told += 1));
  for (let key = 0; key < 20; key += 1) {
    store.changed();
    const k = store.takeMark();
    if (k !== null) store.saved(k);
  }
  expect(told).toBe(0);
  store.stopped(problemOf(closeCode.removed));
  expect(told).toBe(1);
});

test("whatever happens in whatever order, it says saved exactly when nothing is outstanding", () => {
  const event = fc.constantFrom("change", "mark", "answer", "connect", "caughtUp", "drop", "wait");
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const clock = { now: 0 };
      const store = storeAt(clock);
      // What a server would have kept: all changes before a mark that it answered.
      let written = 0;
      let kept = 0;
      let underWay: { k: number; covers: number } | null = null;
      for (const one of events) {
        if (one === "change") {
          store.changed();
          written += 1;
        } else if (one === "mark") {
          const k = store.takeMark();
          if (k !== null) underWay = { k, covers: written };
        } else if (one === "answer" && underWay) {
          store.saved(underWay.k);
          kept = Math.max(kept, underWay.covers);
          underWay = null;
        } else if (one === "connect") store.connected();
        else if (one === "caughtUp") store.caughtUp();
        else if (one === "drop") {
          store.disconnected(null);
          underWay = null;
        } else clock.now += 700;
        expect(store.state().state === "saved").toBe(kept === written);
        expect(store.state().changes > 0).toBe(kept < written);
      }
    }),
    { numRuns: 500 },
  );
});
