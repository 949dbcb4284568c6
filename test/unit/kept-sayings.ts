/** Something that a person may say in a random run, aimed where it makes sense where there is such a place. */
import { textFingerprint } from "../../shared/even-text.ts";
import { mainField } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import { fingerprint, seenOf } from "../../shared/seen.ts";
import type { Thread } from "../../shared/thread.ts";
import { allChecks } from "../../shared/wording-checks.ts";
import { anItem } from "./commands/a-statement.ts";

interface Place {
  readonly personId: string;
  readonly item: Item | undefined;
  readonly record: RecordState;
  readonly itemOf: (id: string) => Item | undefined;
}

/** @returns a command and its arguments */
export function sayingOf(place: Place, a: number, b: number): readonly [string, object] {
  const { personId, item, record, itemOf } = place;
  const itemId = item?.id ?? "";
  const threads = [...record.threads.values()];
  const threadWhere = (fits: (thread: Thread) => boolean): Thread | undefined => {
    const fitting = threads.filter(fits);
    return fitting.length > 0 ? pick(fitting, b) : undefined;
  };
  const threadId = threadWhere(() => true)?.id;
  const link = threadWhere(({ meets }) => meets !== null);
  const ends = link?.meets ? [link.anchor.itemId, link.meets.needId] : [];
  const seen = fingerprint(...ends.flatMap((id) => seenOf(itemOf(id) ?? anItem(id, "need", ""))));
  const suggested = threadWhere(({ suggests }) => suggests?.outcome === null)?.id;
  const field = item ? mainField(item.kind) : "";
  const own = threads.flatMap(({ id, comments }) =>
    comments
      .filter((comment) => comment.personId === personId)
      .map((comment) => ({ threadId: id, commentId: comment.id })),
  );
  const dismissed = [...record.dismissedHints].flatMap(([id, checks]) =>
    [...checks.keys()].map((check) => ({ itemId: id, check })),
  );
  const someOf = (ids: ReadonlyMap<string, unknown>): string | undefined =>
    [...ids.keys()][b % ids.size];
  const said: readonly (readonly [string, object])[] = [
    [
      "start-thread",
      {
        anchor: { itemId },
        text: "@ben, is it? @hackney",
        type: pick(["comment", "objection"], a),
        mentions: [{ personId: "ben" }, { boroughId: "hackney" }],
      },
    ],
    ["reply", { threadId, text: `Yes ${a}.`, mentions: [] }],
    ["withdraw-comment", own[b % own.length] ?? {}],
    ["close-thread", { threadId, note: "Done." }],
    ["reopen-thread", { threadId: threadWhere(({ closed }) => closed !== null)?.id }],
    [
      "change-thread-type",
      {
        threadId: threadWhere(({ meets, suggests }) => !meets && !suggests)?.id,
        type: pick(["objection", "question"], b),
      },
    ],
    ["assign-thread", { threadId, personId: "ben" }],
    ["propose-closing", { threadId, note: "Settled?" }],
    ["confirm", { threadId: link?.id, seen }],
    ["change-how", { threadId: link?.id, how: pick(["fully", "partly"], b) }],
    ["withdraw-link", { threadId: link?.id, why: "No." }],
    ["leave-out-need", { needId: itemId, why: "No." }],
    ["put-back-need", { needId: someOf(record.leftOut) }],
    ["needs-no-need", { requirementId: itemId, why: "Law." }],
    ["needs-a-need", { requirementId: someOf(record.needsNone) }],
    ["dismiss-hint", { itemId, check: pick(allChecks, a), why: "No." }],
    ["restore-hint", dismissed[b % dismissed.length] ?? {}],
    ["withdraw-position", { itemId: someOf(record.positions) }],
    ["withdraw-proposal", { itemId: someOf(record.proposedPositions) }],
    [
      "describe-borough",
      { contractEnds: null, takingPart: pick(["read-along", "buy-together", null], b) },
    ],
    [
      "suggest-wording",
      {
        anchor: { itemId },
        field,
        seen: item ? textFingerprint(item.fields[field] ?? richTextFromPlain("")) : "",
        after: richTextFromPlain("three"),
      },
    ],
    ["decline-suggestion", { threadId: suggested, why: "No." }],
    ["accept-suggestion", { threadId: suggested, note: "" }],
  ];
  return pick(said, a);
}

export function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T;
}
