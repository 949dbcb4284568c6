/** What keeping up costs: how many items are looked at for one change, whatever the size of the statement. */
import { describe, expect, it } from "vitest";
import type { Member } from "../../shared/access.ts";
import { KeptAgreement } from "../../shared/agreement.ts";
import { KeptCoverage } from "../../shared/coverage.ts";
import type { ItemKind } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { KeptHints } from "../../shared/kept-hints.ts";
import { KeptReadAs } from "../../shared/kept-read-as.ts";
import { everyId, type Kept } from "../../shared/kept-rows.ts";
import { KeptNotices } from "../../shared/notices.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import { KeptItemsToLookAt } from "../../shared/to-look-at.ts";
import { item as anItem, link, recordOf } from "./coverage-world.ts";

const member: Member = {
  personId: "ben",
  name: "Ben",
  boroughId: "hackney",
  boroughName: "Hackney",
  role: "lead",
  agrees: true,
};

const all: Readonly<Record<string, () => Kept<unknown>>> = {
  "needs covered": () => new KeptCoverage(),
  agreement: () => new KeptAgreement(),
  "to look at": () => new KeptItemsToLookAt(member),
  notices: () => new KeptNotices(member),
  hints: () => new KeptHints(),
  "read as a borough": () => new KeptReadAs("hackney"),
};

/** Of ten items one is a section, three are needs and six requirements, each of which meets a need near it. */
function aStatement(size: number): Map<string, Item> {
  const kinds: readonly ItemKind[] = ["section", "need", "need", "need"];
  const items = Array.from({ length: size }, (_, at) => {
    const id = String(at).padStart(6, "0");
    return anItem(id, kinds[at % 10] ?? "requirement", `The system must do ${at}.`);
  });
  return new Map(items.map((one) => [one.id, one]));
}

/** Does something to item 25 (a requirement, whose need is 21) or its section. @returns how many items were looked at then */
function looksFor(
  kept: Kept<unknown>,
  size: number,
  change: (item: Item) => Item,
  at = 25,
): number {
  const items = aStatement(size);
  const itemAt = (place: number): Item => [...items.values()][place] as Item;
  const links = [...items.values()].flatMap((one, place) =>
    one.kind === "requirement" ? [link(one, itemAt(place - (place % 10) + 1), "fully")] : [],
  );
  const record = recordOf(links);
  const looked: string[] = [];
  const item = (id: string): Item | undefined => {
    looked.push(id);
    return items.get(id);
  };
  kept.update(everyId(items.keys(), record), { item, record });
  expect(new Set(looked).size).toBe(size);
  looked.length = 0;
  const changed = change(itemAt(at));
  items.set(changed.id, changed);
  kept.update([changed.id], { item, record });
  return looked.length;
}

const changes: Readonly<Record<string, (item: Item) => Item>> = {
  "writes in": (item) => ({ ...item, fields: { statement: richTextFromPlain("Else.") } }),
  removes: (item) => ({ ...item, removed: { why: "No." } }),
  moves: (item) => ({ ...item, order: "a000071V5" }),
};

describe.each(Object.entries(all))("%s", (_name, make) => {
  it.each(Object.entries(changes))(
    "looks at as many items when somebody %s one, in a small statement and a large",
    (_how, change) => {
      const [small, large] = [100, 1_000].map((size) => looksFor(make(), size, change));
      expect(large).toBe(small);
      expect(small).toBeLessThan(30);
    },
  );

  it("looks at what stands in a section when that is moved, and no further", () => {
    const move = (section: Item): Item => ({ ...section, order: "a000071V5" });
    const [small, large] = [100, 1_000].map((size) => looksFor(make(), size, move, 20));
    expect(large).toBe(small);
    expect(small).toBeLessThan(60);
  });
});
