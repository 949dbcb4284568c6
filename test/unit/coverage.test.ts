/** Which needs are covered: a table that an officer can read, then random statements against a plain count. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageOf, KeptCoverage, needStates, type NeedState } from "../../shared/coverage.ts";
import type { Item } from "../../shared/items.ts";
import { workOut } from "../../shared/kept-rows.ts";
import type { Thread } from "../../shared/thread.ts";
import { item, link, recordOf } from "./coverage-world.ts";

const need = item("n1", "need", "report a leak");
const form = item("r1", "requirement", "The supplier provides a form.");
const phone = item("r2", "requirement", "The supplier answers the phone.");
const reworded = item("r1", "requirement", "The supplier provides a paper form.");
const reworded2 = item("n1", "need", "report a leak at night");
const lessUrgent = item("r1", "requirement", "The supplier provides a form.", {
  priority: "should",
});
const removed = item("r1", "requirement", "The supplier provides a form.", { removed: true });
const wont = item("r1", "requirement", "The supplier provides a form.", { priority: "wont" });

interface Row {
  readonly when: string;
  readonly items?: readonly Item[];
  readonly links: readonly Thread[];
  readonly leftOut?: boolean;
  readonly is: NeedState;
}

const rows: readonly Row[] = [
  { when: "nothing meets it", links: [], is: "notCovered" },
  { when: "one requirement meets it fully", links: [link(form, need, "fully")], is: "covered" },
  { when: "one requirement meets it partly", links: [link(form, need, "partly")], is: "partly" },
  {
    when: "two requirements each meet it partly",
    links: [link(form, need, "partly"), link(phone, need, "partly")],
    is: "partly",
  },
  {
    when: "one meets it partly and another fully",
    links: [link(form, need, "partly"), link(phone, need, "fully")],
    is: "covered",
  },
  {
    when: "the link was taken back",
    links: [link(form, need, "fully", true)],
    is: "notCovered",
  },
  {
    when: "the requirement was reworded since",
    items: [need, reworded, phone],
    links: [link(form, need, "fully")],
    is: "changed",
  },
  {
    when: "the need was reworded since",
    items: [reworded2, form, phone],
    links: [link(form, need, "fully")],
    is: "changed",
  },
  {
    when: "the requirement's priority changed since",
    items: [need, lessUrgent, phone],
    links: [link(form, need, "fully")],
    is: "changed",
  },
  {
    when: "one link's requirement was reworded and another still meets it partly",
    items: [need, reworded, phone],
    links: [link(form, need, "fully"), link(phone, need, "partly")],
    is: "partly",
  },
  {
    when: "the only requirement was removed",
    items: [need, removed, phone],
    links: [link(form, need, "fully")],
    is: "onlyRemoved",
  },
  {
    when: "the only requirement is one that we won't have",
    items: [need, wont, phone],
    links: [link(form, need, "fully")],
    is: "onlyRemoved",
  },
  {
    when: "it was linked to one that we already would not have",
    items: [need, wont, phone],
    links: [link(wont, need, "fully")],
    is: "onlyRemoved",
  },
  {
    when: "one requirement was removed and another reworded",
    items: [need, removed, item("r2", "requirement", "Somebody answers the phone.")],
    links: [link(form, need, "fully"), link(phone, need, "partly")],
    is: "changed",
  },
  {
    when: "it was left out on purpose, though something meets it",
    links: [link(form, need, "fully")],
    leftOut: true,
    is: "leftOut",
  },
];

describe("a need", () => {
  for (const { when, items = [need, form, phone], links, leftOut = false, is } of rows) {
    it(`is ${is} when ${when}`, () => {
      const coverage = coverageOf(items, recordOf(links, leftOut ? ["n1"] : []));
      expect(coverage.items[0]).toMatchObject({ id: "n1", state: is });
      const counts = Object.fromEntries(needStates.map((state) => [state, state === is ? 1 : 0]));
      expect(coverage.needs).toEqual(counts);
    });
  }

  it("is covered again once the words are put back", () => {
    const record = recordOf([link(form, need, "fully")]);
    expect(coverageOf([need, reworded], record).needs.changed).toBe(1);
    const back = item("r1", "requirement", "The supplier provides a form.");
    expect(coverageOf([need, back], record).needs.covered).toBe(1);
  });

  it("is not listed once it is removed, nor before anybody wrote in it", () => {
    const gone = item("n1", "need", "report a leak", { removed: true });
    const empty = item("n2", "need", " ");
    expect(coverageOf([gone, empty], recordOf([])).items).toEqual([]);
  });

  it("says which links count and which text changed", () => {
    const { items } = coverageOf(
      [need, reworded, phone],
      recordOf([link(form, need, "fully"), link(phone, need, "partly")]),
    );
    expect(items[0]?.links).toMatchObject([
      { requirementId: "r1", state: "changed", changed: { requirement: true, need: false } },
      { requirementId: "r2", state: "counts", how: "partly" },
    ]);
  });
});

describe("an outcome", () => {
  it("is counted like a need, apart from the needs", () => {
    const outcome = item("o1", "outcome", "Fewer leaks", { priority: null });
    const coverage = coverageOf([need, outcome, form], recordOf([link(form, outcome, "fully")]));
    expect(coverage.outcomes).toMatchObject({ covered: 1, notCovered: 0 });
    expect(coverage.needs).toMatchObject({ covered: 0, notCovered: 1 });
  });
});

describe("a requirement", () => {
  const stateOf = (items: readonly Item[], links: readonly Thread[], needsNone: string[] = []) =>
    coverageOf(items, recordOf(links, [], needsNone)).items.find(({ id }) => id === "r1")?.state;

  it("meets a need while a link stands, also after words changed", () => {
    expect(stateOf([need, form], [link(form, need, "partly")])).toBe("meetsANeed");
    expect(stateOf([need, reworded], [link(form, need, "partly")])).toBe("meetsANeed");
  });

  it("meets no need when its link was taken back or the need was removed", () => {
    expect(stateOf([need, form], [link(form, need, "fully", true)])).toBe("noNeed");
    const gone = item("n1", "need", "report a leak", { removed: true });
    expect(stateOf([gone, form], [link(form, need, "fully")])).toBe("noNeed");
  });

  it("needs none when somebody said so", () => {
    expect(stateOf([form], [], ["r1"])).toBe("needsNone");
    expect(stateOf([need, form], [link(form, need, "fully")], ["r1"])).toBe("meetsANeed");
  });
});

describe("asking again", () => {
  it("hands back what did not change as the same object", () => {
    const other = item("n2", "need", "be called back");
    const record = recordOf([link(form, need, "fully")]);
    const kept = new KeptCoverage();
    const before = workOut(kept, [need, other, form], record);
    const after = workOut(kept, [need, other, reworded], record);
    expect(after.items[0]).not.toBe(before.items[0]);
    expect(after.items[0]?.state).toBe("changed");
    expect(after.items[1]).toBe(before.items[1]);
  });
});

describe("random statements", () => {
  const words = fc.constantFrom("one", "two", "");
  const priority = fc.constantFrom("must", "should", "wont", null);
  const made = (letter: string, kind: "need" | "requirement") =>
    fc
      .array(fc.tuple(words, priority, fc.boolean()), { minLength: 1, maxLength: 4 })
      .map((list) =>
        list.map(([text, weight, isRemoved], at) =>
          item(`${letter}${at}`, kind, text, { priority: weight, removed: isRemoved }),
        ),
      );
  const version = fc.record({ needs: made("n", "need"), requirements: made("r", "requirement") });
  const claims = fc.array(
    fc.tuple(
      fc.nat(3),
      fc.nat(3),
      fc.constantFrom("fully" as const, "partly" as const),
      fc.boolean(),
    ),
    { maxLength: 8 },
  );
  const ids = fc.subarray(["n0", "n1", "n2", "n3"]);

  it("are counted as a person would count them one by one", () => {
    fc.assert(
      fc.property(version, version, claims, ids, (then, now, claimed, leftOut) => {
        const links = claimed.flatMap(([r, n, how, withdrawn], at) => {
          const requirement = then.requirements[r];
          const named = then.needs[n];
          return requirement && named ? [link(requirement, named, how, withdrawn, `t${at}`)] : [];
        });
        const items = [...now.needs, ...now.requirements];
        const coverage = coverageOf(items, recordOf(links, leftOut));
        for (const one of now.needs) {
          const found = coverage.items.find(({ id }) => id === one.id);
          expect(found?.state).toBe(plainState(one, now.requirements, links, leftOut));
        }
        const listed = coverage.items.filter(({ kind }) => kind === "need").length;
        expect(Object.values(coverage.needs).reduce((sum, count) => sum + count, 0)).toBe(listed);
      }),
      { numRuns: 500 },
    );
  });
});

/** Worked out from the words of the issue, with nothing of the code under test. */
function plainState(
  need: Item,
  requirements: readonly Item[],
  links: readonly Thread[],
  leftOut: readonly string[],
): NeedState | undefined {
  const says = (one: Item | undefined) => JSON.stringify(one?.fields);
  if (need.removed || /"text":"(one|two)"/.exec(says(need) ?? "") === null) return undefined;
  if (leftOut.includes(need.id)) return "leftOut";
  const judgements = links.flatMap(({ anchor, meets }) => {
    const requirement = requirements.find(({ id }) => id === anchor.itemId);
    if (!meets || meets.needId !== need.id || meets.withdrawn || !requirement) return [];
    if (requirement.removed || requirement.priority === "wont") return ["idle"];
    const same = [
      [meets.seen.requirement, requirement] as const,
      [meets.seen.need, need] as const,
    ].every(([seen, one]) => {
      const seenWords = JSON.stringify(seen.fields);
      const isEmpty = !/"text"/.test(says(one) ?? "");
      return (
        (seenWords === says(one) || (seenWords === "{}" && isEmpty)) &&
        seen.priority === one.priority &&
        seen.removed === (one.removed !== null)
      );
    });
    return [same ? meets.how : "changed"];
  });
  const judged = new Set(judgements);
  if (judged.has("fully")) return "covered";
  if (judged.has("partly")) return "partly";
  if (judged.has("changed")) return "changed";
  return judged.has("idle") ? "onlyRemoved" : "notCovered";
}
