/**
 * The version that is kept of each day with changes. It is kept by the first that happens on a later
 * day, before that counts: so nothing hangs on a timer, and a statement at rest keeps nothing.
 */
import { keepingVersion } from "../../shared/commands/keep-version.ts";
import type { EntryDraft } from "../../shared/entry.ts";
import { versionIn, type KeptText } from "../../shared/version.ts";
import type { CommittedRecord } from "./committed-record.ts";
import type { CommittedText } from "./committed-text.ts";
import { textToKeep } from "./text-to-keep.ts";

/** Days are those of London, where the boroughs are. */
const london = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** Of `2026-05-14T09`. */
const hourLength = 13;

/** What is kept, or null. */
type Due = { readonly draft: EntryDraft; readonly keeps: KeptText } | null;

/** Read only when a day may be over: a room that was just opened has no document yet. */
export interface DailyPlace {
  readonly text: CommittedText;
  readonly record: CommittedRecord;
}

export class DailyVersions {
  readonly #place: DailyPlace;
  /** For changes up to then it is kept, or need not be: most of the time nothing has to be looked at. */
  #settledAt: string | null = null;

  constructor(place: DailyPlace) {
    this.#place = place;
  }

  /** What was due could not be kept: another server came between, and may have kept it. */
  askAgain(): void {
    this.#settledAt = null;
  }

  /** What to keep before anything else happens. @param changedAt when text or record last changed */
  due(changedAt: string, now: string): Due {
    if (changedAt === this.#settledAt || isInOneHour(changedAt, now)) return null;
    const day = dayOf(changedAt);
    if (day === null || day >= (dayOf(now) ?? day)) return null;
    this.#settledAt = changedAt;
    const { text, record } = this.#place;
    const { state } = record;
    if (text.items().length === 0) return null;
    const kept = textToKeep(text);
    const newest = versionIn(state, state.versions.size);
    const isKept = newest?.made.number === state.head.number && newest.digest === kept.digest;
    return isKept ? null : keepingVersion(state, kept, "daily", day);
  }
}

/** London's clocks differ from UTC by whole hours, so that is one day. Asked of every beat. */
function isInOneHour(at: string, now: string): boolean {
  return at.slice(0, hourLength) === now.slice(0, hourLength);
}

/** `2026-05-14`. */
function dayOf(at: string): string | null {
  const time = Date.parse(at);
  return Number.isNaN(time) ? null : london.format(time);
}
