/**
 * Puts an item, or the whole text, back as it was in a version: as new edits, so nothing is lost and
 * comments stay; and undoes that. Promises a version of what was there before, kept in the transaction
 * of the first changes, that undoing leaves alone what somebody changed since, and that neither holds
 * up whoever types: many items are changed a few at a time.
 */
import { setImmediate } from "node:timers/promises";
import { keepingVersion } from "../../shared/commands/keep-version.ts";
import { restoreVersion } from "../../shared/commands/restore-version.ts";
import { undoRestore } from "../../shared/commands/undo-restore.ts";
import type { Entry } from "../../shared/entry.ts";
import { priorityWordsOf, titleOf, type Item } from "../../shared/items.ts";
import { memberWhoMay } from "../../shared/members.ts";
import { Refusal } from "../../shared/refusal.ts";
import { nameOfVersion, type Restore, type Version } from "../../shared/version.ts";
import type { RecordState } from "../../shared/record-state.ts";
import type { Resources } from "../resources.ts";
import type { Room } from "../sync/room.ts";
import type { TextThen } from "../../shared/text-then.ts";
import {
  changesBetween,
  type KnownChanges,
  type PartChange,
  type Scope,
} from "../../shared/part-changes.ts";
import { goOn, type Restored, restoreAskedAs } from "./restore-again.ts";
import { actInSlices } from "./act-in-slices.ts";
import { countItems } from "./count-items.ts";
import { planUndo, type UndoPlan } from "./plan-undo.ts";
import { readText, versionOf } from "./read-version.ts";

interface Asked {
  readonly statementId: string;
  readonly personId: string;
}

interface ToRestore extends Asked {
  /** Number of the version. */
  readonly number: number;
  /** Null for the whole statement. */
  readonly itemId: string | null;
  /** Made by whoever asks, for one intention. */
  readonly askedAs?: string | null;
}

interface ToUndo extends Asked {
  /** Number of the restore's entry. */
  readonly restore: number;
}

export interface Undone extends Restored {
  /** How many items were left as somebody changed them since, wholly or in part. */
  readonly leftItems: number;
}

/**
 * Asked for again under the same id, it is not done twice; what was not done of it when the server
 * stopped half-way is done then.
 * @throws Refusal `not-found`, `not-allowed`; `already-so` when the text is as it was then
 */
export function restore(
  { rooms, store }: Pick<Resources, "rooms" | "store">,
  { statementId, personId, number, itemId, askedAs = null }: ToRestore,
): Promise<Restored> {
  return rooms.use(statementId, async (room) => {
    const { boroughId } = memberWhoMay(room.record, personId, "restore");
    const version = versionOf(room.record, number);
    const then = await readText(store, statementId, version);
    const scope = scopeOf(version, itemId);
    const by = { personId, boroughId };
    const asked = { by, version: number, itemId, askedAs };
    const made = restoreAskedAs(room, asked);
    if (made) return goOn({ room, store, by, made, text: then, scope });
    const known: KnownChanges = new WeakMap();
    if (itemId === null) await lookAhead((id) => room.item(id), then, scope, known);
    let madeMeanwhile = null as Entry | null;
    let changes: readonly PartChange[] = [];
    const entries = await actInSlices({
      room,
      by,
      first() {
        const { record } = room;
        memberWhoMay(record, personId, "restore");
        madeMeanwhile = restoreAskedAs(room, asked);
        if (madeMeanwhile) return { decision: { drafts: [] }, changes: [] };
        changes = changesBetween(textNow(room), then, scope, known);
        refuseIfNothing(changes, then, itemId);
        const { draft, keeps } = keepingVersion(record, room.textToKeep(), "before-restore");
        const key = askedAs === null ? {} : { askedAs };
        const facts = { version: number, itemId, before: keeps.number, ...key };
        const drafts = [draft, { type: restoreVersion.name, facts, words: {} }];
        return { decision: { drafts, keeps }, changes };
      },
    });
    if (madeMeanwhile) return goOn({ room, store, by, made: madeMeanwhile, text: then, scope });
    return { entry: lastOf(entries), changedItems: countItems(changes) };
  });
}

/** @throws Refusal `not-found`, `not-allowed`, `already-so` */
export function undo(
  { rooms, store }: Pick<Resources, "rooms" | "store">,
  { statementId, personId, restore: number }: ToUndo,
): Promise<Undone> {
  return rooms.use(statementId, async (room) => {
    const { boroughId } = memberWhoMay(room.record, personId, "restore");
    const { version, before, itemId } = restoreToUndo(room.record, number);
    const restored = versionOf(room.record, version);
    const [from, to] = [
      await readText(store, statementId, versionOf(room.record, before)),
      await readText(store, statementId, restored),
    ];
    const scope = scopeOf(restored, itemId);
    const known: KnownChanges = new WeakMap();
    const fromItems = new Map(from.items.map((item) => [item.id, item]));
    if (itemId === null) await lookAhead((id) => fromItems.get(id), to, scope, known);
    const done = changesBetween(from, to, scope, known);
    let back: UndoPlan = { changes: [], left: [] };
    const entries = await actInSlices({
      room,
      by: { personId, boroughId },
      first() {
        memberWhoMay(room.record, personId, "restore");
        restoreToUndo(room.record, number);
        back = planUndo(done, textNow(room));
        const drafts = [{ type: undoRestore.name, facts: { restore: number, itemId }, words: {} }];
        return { decision: { drafts }, changes: back.changes };
      },
    });
    return {
      entry: lastOf(entries),
      changedItems: countItems(back.changes),
      leftItems: countItems(back.left),
    };
  });
}

/** The room's text, of this moment. */
function textNow(room: Room): TextThen {
  const { doc } = room;
  return { title: titleOf(doc), priorityWords: priorityWordsOf(doc), items: room.items() };
}

function scopeOf(version: Version, itemId: string | null): Scope {
  if (itemId !== null) return { of: "item", itemId };
  const name = `version ${version.number} (${nameOfVersion(version)})`;
  return { of: "all", whyRemoved: `It is not in ${name}, which was restored.` };
}

function refuseIfNothing(
  changes: readonly PartChange[],
  then: TextThen,
  itemId: string | null,
): void {
  if (itemId !== null && !then.items.some(({ id }) => id === itemId))
    throw new Refusal("not-found", "That item is not in this version.");
  if (changes.length > 0) return;
  const what = itemId === null ? "The statement" : "The item";
  throw new Refusal("already-so", `${what} says just that now, so there is nothing to restore.`);
}

function restoreToUndo(record: RecordState, number: number): Restore {
  const restored = record.restores.get(String(number));
  if (!restored) throw new Refusal("not-found", "Nothing was restored there.");
  if (restored.undone) throw new Refusal("already-so", "That was undone already.");
  return restored;
}

/** How many items are compared at once, before the lock is asked for. */
const comparedAtOnce = 200;

/** Compares with turns for others in between, so that under the lock little is left to compare. */
async function lookAhead(
  itemNow: (id: string) => Item | undefined,
  then: TextThen,
  scope: Scope,
  known: KnownChanges,
): Promise<void> {
  for (let at = 0; at < then.items.length; at += comparedAtOnce) {
    const items = then.items.slice(at, at + comparedAtOnce);
    const now = items.flatMap(({ id }) => itemNow(id) ?? []);
    changesBetween({ ...then, items: now }, { ...then, items }, scope, known);
    await setImmediate();
  }
}

function lastOf(entries: readonly Entry[]): Entry {
  const last = entries.at(-1);
  if (!last) throw new Error("Nothing was added to the record");
  return last;
}
