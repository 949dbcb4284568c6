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

/** What is kept, or null. */
type Due = { readonly draft: EntryDraft; readonly keeps: KeptText } | null;

export class DailyVersions {
  readonly #text: CommittedText;
  readonly #record: CommittedRecord;
  /** For changes up to then it is kept, or need not be: most of the time nothing has to be looked at. */
  #settledAt: string | null = null;

  constructor(text: CommittedText, record: CommittedRecord) {
    this.#text = text;
    this.#record = record;
  }

  /** What to keep before anything else happens. @param changedAt when text or record last changed */
  due(changedAt: string, now: string): Due {
    if (changedAt === this.#settledAt) return null;
    const day = dayOf(changedAt);
    if (day === null || day >= (dayOf(now) ?? day)) return null;
    this.#settledAt = changedAt;
    const { state } = this.#record;
    if (this.#text.items().length === 0) return null;
    const text = textToKeep(this.#text);
    const newest = versionIn(state, state.versions.size);
    const isKept = newest?.made.number === state.head.number && newest.digest === text.digest;
    return isKept ? null : keepingVersion(state, text, "daily", day);
  }
}

/** `2026-05-14`. */
function dayOf(at: string): string | null {
  const time = Date.parse(at);
  return Number.isNaN(time) ? null : london.format(time);
}
