/**
 * `npm run measure-derived`: what it costs to keep up what is worked out from a whole statement, when one
 * item changes or one entry comes, at 1,000 and 10,000 items. Processor time, which other work on the
 * machine does not count in. Prints; asserts nothing: machines differ.
 */
import { KeptAgreement } from "../shared/agreement.ts";
import { KeptCoverage } from "../shared/coverage.ts";
import type { Item } from "../shared/items.ts";
import { KeptHints } from "../shared/kept-hints.ts";
import { KeptReadAs } from "../shared/kept-read-as.ts";
import { everyId, type Kept } from "../shared/kept-rows.ts";
import { memberIn } from "../shared/members.ts";
import { KeptNotices } from "../shared/notices.ts";
import { foldEntries } from "../shared/record.ts";
import { emptyRecord, type RecordState } from "../shared/record-state.ts";
import { richTextFromPlain } from "../shared/rich-text.ts";
import { KeptItemsToLookAt } from "../shared/to-look-at.ts";
import { aBusyStatement, aPosition } from "./derived/busy-statement.ts";
import { describeMachine } from "./machine.ts";

const sizes = [1_000, 10_000];
/** Changes that are measured together, after as many that are not. */
const rounds = 200;

interface Line {
  readonly what: string;
  readonly microseconds: number;
}

const columns = sizes.map(measure);
console.log(
  [
    "# Keeping up what covers the whole statement",
    "",
    "`npm run measure-derived`: a statement with a link and a position for each item and a conversation for every fifth. Microseconds of processor time in Node, each the mean of 200 changes after 200 that were not counted.",
    "",
    ...(await describeMachine()).slice(0, 3),
    "",
    `| what | ${sizes.map((size) => `${size.toLocaleString("en-GB")} items, µs`).join(" | ")} | times as much |`,
    "| --- | ---: | ---: | ---: |",
    ...(columns[0] ?? []).map(({ what, microseconds }, at) => {
      const large = columns[1]?.[at]?.microseconds ?? Number.NaN;
      const cells = [microseconds, large].map((value) => value.toFixed(0));
      return `| ${what} | ${cells.join(" | ")} | ${(large / microseconds).toFixed(1)} |`;
    }),
  ].join("\n"),
);

function measure(size: number): Line[] {
  const { items, entries } = aBusyStatement(size);
  const lines: Line[] = [];
  let record: RecordState = emptyRecord;
  const folded = timed(() => (record = foldEntries(emptyRecord, entries)));
  lines.push({ what: `folding the whole record`, microseconds: folded });
  const itemsById = new Map(items.map((item) => [item.id, item]));
  const member = memberIn(record, "hackney");
  if (!member) throw new Error("Hackney takes no part.");
  const all: Readonly<Record<string, () => Kept<unknown>>> = {
    "needs covered": () => new KeptCoverage(),
    agreement: () => new KeptAgreement(),
    "to look at": () => new KeptItemsToLookAt(member),
    notices: () => new KeptNotices(member),
    hints: () => new KeptHints(),
    "read as a borough": () => new KeptReadAs("hackney"),
  };
  for (const [name, make] of Object.entries(all)) {
    const kept = make();
    const look = (touched: Iterable<string>): unknown =>
      kept.update(touched, { item: (id) => itemsById.get(id), record });
    const fromNothing = timed(() => look(everyId(itemsById.keys(), record)));
    lines.push({ what: `${name}: from nothing`, microseconds: fromNothing });
    const edit = each((round) => {
      const edited = rewritten(items[(round * 37 + 1) % size], round);
      itemsById.set(edited.id, edited);
      look([edited.id]);
    });
    lines.push({ what: `${name}: one item written in`, microseconds: edit });
  }
  const fold = each((round) => {
    const item = items[(round * 31 + 2) % size];
    if (item) record = foldEntries(record, [aPosition(record.head.number + 1, item, round)]);
  });
  lines.push({ what: "folding one position", microseconds: fold });
  return lines;
}

function rewritten(item: Item | undefined, round: number): Item {
  if (!item) throw new Error("There is no such item.");
  const [field = ""] = Object.keys(item.fields);
  return { ...item, fields: { ...item.fields, [field]: richTextFromPlain(`Other ${round}`) } };
}

function each(change: (round: number) => void): number {
  for (let round = 0; round < rounds; round += 1) change(round);
  const all = timed(() => {
    for (let round = rounds; round < 2 * rounds; round += 1) change(round);
  });
  return all / rounds;
}

function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
