/** The line under an item, as a table: what boroughs said, and how that reads. */
import { describe, expect, it } from "vitest";
import { lineOf } from "../../client/words/position-words.ts";
import type { Deed } from "../../shared/deed.ts";
import type { Position, Stance } from "../../shared/position.ts";
import { seenOf } from "../../shared/seen.ts";
import { anItem } from "./commands/a-statement.ts";

const item = anItem("R-1", "requirement", "The service answers calls within two minutes.");
const before = anItem("R-1", "requirement", "The service answers calls.");
const names = {
  camden: "Camden",
  hackney: "Hackney",
  lewisham: "Lewisham",
  southwark: "Southwark",
};
const all = Object.entries(names).map(([id, name]) => ({ id, name }));

/** "agree", or "agree before": said on other words than stand there now. */
type Says = Stance | `${Stance} before`;

function line(
  says: Readonly<Record<string, Says>>,
  { boroughs = all, proposed = [] as string[] } = {},
): string {
  const said = new Map(Object.entries(says).map(([id, what]) => [id, position(id, what)]));
  const proposals = new Map(proposed.map((id) => [id, position(id, "agree")]));
  return lineOf(item, boroughs, said, proposals)
    .map(({ words, look }) => (look === "look-out" ? `[${words}]` : words))
    .join(" · ");
}

function position(boroughId: string, what: Says): Position {
  const deed: Deed = { personId: "p", boroughId, at: "2026-05-14T09:00:00.000Z", number: 1 };
  return {
    ...deed,
    stance: what.replace(" before", "") as Stance,
    words: "",
    priority: null,
    seen: seenOf(what.endsWith(" before") ? before : item, boroughId),
    confirmed: deed,
    threadId: null,
  };
}

describe("the line under an item", () => {
  it.each<[Readonly<Record<string, Says>>, string]>([
    [{}, "No borough has said yet"],
    [{ camden: "agree" }, "1 of 4 agrees"],
    [{ camden: "agree", hackney: "agree" }, "2 of 4 agree"],
    [
      { camden: "agree", hackney: "agree", lewisham: "agree", southwark: "agree" },
      "All 4 boroughs agree",
    ],
    [{ southwark: "object" }, "0 of 4 agree · [Southwark objects]"],
    [
      { camden: "object", southwark: "object", hackney: "agree" },
      "1 of 4 agrees · [Camden and Southwark object]",
    ],
    [
      { camden: "agree", hackney: "agree-with-change", lewisham: "does-not-apply" },
      "1 of 4 agrees · Hackney agrees with a change · does not apply to Lewisham",
    ],
    [
      { camden: "agree", hackney: "agree before", southwark: "object" },
      "1 of 4 agrees · [Southwark objects] · [changed since Hackney agreed]",
    ],
    [
      { camden: "agree before", hackney: "agree before", southwark: "object before" },
      "0 of 4 agree · [changed since Camden and Hackney agreed] · [changed since Southwark objected]",
    ],
    [
      { lewisham: "does-not-apply before" },
      "0 of 4 agree · [changed since Lewisham said it does not apply]",
    ],
  ])("%j reads as: %s", (says, words) => {
    expect(line(says)).toBe(words);
  });

  it("says what is proposed, and does not count it", () => {
    expect(line({}, { proposed: ["hackney"] })).toBe(
      "No borough has said yet · something is proposed for Hackney",
    );
  });

  it("counts only boroughs that take part, and names one or two as one would", () => {
    const two = all.slice(0, 2);
    expect(line({ camden: "agree", southwark: "object" }, { boroughs: two })).toBe("1 of 2 agrees");
    expect(line({ camden: "agree", hackney: "agree" }, { boroughs: two })).toBe(
      "Both boroughs agree",
    );
    expect(line({ camden: "agree" }, { boroughs: all.slice(0, 1) })).toBe("Camden agrees");
  });
});
