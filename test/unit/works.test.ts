/** Long work: watched and cancelled by whoever started it, a few at a time. */
import { describe, expect, it } from "vitest";
import { Refusal } from "../../shared/refusal.ts";
import { Works, type WorkFile, type WorkResult } from "../../server/exchange/work/works.ts";
import type { FileStore } from "../../server/store/file-store.ts";

const ada = { statementId: "s1", personId: "ada" };
const ben = { statementId: "s1", personId: "ben" };
const now = { after: 0, waitMs: 0 };

function aFile(id: string): WorkFile {
  return { name: "a.csv", mediaType: "text/csv", kept: { id, bytes: 1 } };
}

/** A place for files that only hears which are removed. */
function filesThat({ remove }: { remove(ids: readonly string[]): void }): FileStore {
  const never = () => Promise.reject(new Error("No file is written here"));
  return {
    write: never,
    read: never,
    handOut: never,
    remove: async (ids) => remove(ids),
    removeBefore: () => Promise.resolve(),
  };
}

/** Works whose runs end when the test says so. */
function someWorks() {
  const problems: unknown[] = [];
  let ids = 0;
  const removed: string[] = [];
  const works = new Works({
    files: filesThat({ remove: (ids) => removed.push(...ids) }),
    now: () => "2026-05-14T09:00:00.000Z",
    newId: () => `w${(ids += 1)}`,
    problem: (error) => problems.push(error),
  });
  const begun: string[] = [];
  const start = (owner: typeof ada, name: string) => {
    const end = Promise.withResolvers<WorkResult>();
    const id = works.start(owner, ({ signal }) => {
      begun.push(name);
      signal.addEventListener("abort", () => end.reject(new Refusal("unavailable", "Cancelled")));
      return end.promise;
    });
    const gives = (answer: unknown, fileId?: string) =>
      end.resolve(fileId === undefined ? { answer } : { answer, file: aFile(fileId) });
    return { id, end: gives, fail: end.reject };
  };
  /** How it stands once it is over. */
  const outcome = async (owner: typeof ada, id: string) => {
    let { now: state, revision } = await works.watch(owner, id, now);
    while (state.state === "waiting" || state.state === "running") {
      ({ now: state, revision } = await works.watch(owner, id, { after: revision, waitMs: 5_000 }));
    }
    return state;
  };
  return { works, begun, start, outcome, problems, removed };
}

describe("long work", () => {
  it("is watched by whoever started it, and found by nobody else", async () => {
    const { works, start, outcome } = someWorks();
    const { id, end } = start(ada, "export");
    expect((await works.watch(ada, id, now)).now.state).toBe("running");
    await expect(works.watch(ben, id, now)).rejects.toThrow("Begin again");
    await expect(works.watch({ ...ada, statementId: "s2" }, id, now)).rejects.toThrow(
      "Begin again",
    );
    expect(() => works.cancel(ben, id)).toThrow("Begin again");
    end(7);
    expect(await outcome(ada, id)).toEqual({ state: "done", result: { answer: 7 } });
    works.stop();
  });

  it("runs two at a time, and the next as soon as one ends or is cancelled", async () => {
    const { works, start, begun, outcome } = someWorks();
    const first = start(ada, "first");
    const second = start(ben, "second");
    const third = start(ada, "third");
    start(ben, "fourth");
    expect(begun).toEqual(["first", "second"]);
    expect((await works.watch(ada, third.id, now)).now.state).toBe("waiting");
    first.end(1);
    await outcome(ada, first.id);
    expect(begun).toEqual(["first", "second", "third"]);
    works.cancel(ben, second.id);
    expect(begun).toEqual(["first", "second", "third", "fourth"]);
    works.stop();
  });

  it("refuses a fourth of one person, until one of theirs is over", async () => {
    const { works, start, outcome } = someWorks();
    const first = start(ada, "1");
    start(ada, "2");
    start(ada, "3");
    expect(() => start(ada, "4")).toThrow("Wait for one");
    expect(() => start(ben, "1")).not.toThrow();
    first.end(0);
    await outcome(ada, first.id);
    expect(() => start(ada, "4")).not.toThrow();
    works.stop();
  });

  it("tells a refusal in its own words, and reports what nobody expected", async () => {
    const { works, start, outcome, problems } = someWorks();
    const refused = start(ada, "1");
    refused.fail(new Refusal("bad-input", "Choose another file."));
    expect(await outcome(ada, refused.id)).toMatchObject({
      refusal: { message: "Choose another file." },
    });
    const failed = start(ada, "2");
    failed.fail(new Error("secret path"));
    expect(await outcome(ada, failed.id)).toMatchObject({
      refusal: { message: "Needline could not do that. Try again in a minute." },
    });
    expect(problems).toEqual([new Error("secret path")]);
    works.stop();
  });

  it("removes the file of what is cancelled or forgotten, also when it was just done", async () => {
    const { works, start, outcome, removed } = someWorks();
    const fetched = start(ada, "1");
    fetched.end(0, "one");
    await outcome(ada, fetched.id);
    expect(works.file(ada, fetched.id).kept.id).toBe("one");
    works.cancel(ada, fetched.id);
    expect(removed).toEqual(["one"]);
    const late = start(ada, "2");
    late.end(0, "two");
    works.cancel(ada, late.id);
    const after = start(ben, "3");
    after.end(0);
    await outcome(ben, after.id);
    expect(removed).toEqual(["one", "two"]);
    works.stop();
  });
});
