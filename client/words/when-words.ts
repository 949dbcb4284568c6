/** A moment in words: "just now", "2 hours ago", "14 May". Times are shown where the reader is. */

export interface When {
  /** For a card. */
  readonly short: string;
  /** For a title: "14 May 2026 at 09:05". */
  readonly full: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** @param at ISO 8601 */
export function whenWords(at: string, now: Date): When {
  const then = new Date(at);
  if (Number.isNaN(then.getTime())) return { short: "", full: "" };
  return { short: shortWords(then, now), full: `${longDate(then)} at ${clock(then)}` };
}

function shortWords(then: Date, now: Date): string {
  // The server's clock may be a little ahead of this computer's.
  const agoMs = Math.max(0, now.getTime() - then.getTime());
  if (agoMs < minuteMs) return "just now";
  if (agoMs < hourMs) return ago(Math.floor(agoMs / minuteMs), "minute");
  if (isSameDay(then, now)) return ago(Math.floor(agoMs / hourMs), "hour");
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (isSameDay(then, yesterday)) return "yesterday";
  return then.getFullYear() === now.getFullYear() ? dayAndMonth(then) : longDate(then);
}

function ago(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}

function isSameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString();
}

// Made once: `toLocaleDateString` makes one each time, which for a thousand comments takes a second.
const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const dateFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
});
const clockFormat = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

function dayAndMonth(date: Date): string {
  return dayFormat.format(date);
}

function longDate(date: Date): string {
  return dateFormat.format(date);
}

function clock(date: Date): string {
  return clockFormat.format(date);
}
