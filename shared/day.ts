/** A day without a time, as people name it when a contract ends: `2027-03-31`, whatever the time zone. */

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

interface Parts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** How far apart two days are, as people say it: whole months, and the days left over. */
export interface Apart {
  readonly months: number;
  readonly days: number;
}

/** Whether it is a day of the calendar: `2027-02-29` is not. */
export function isDay(text: string): boolean {
  const parts = partsOf(text);
  return parts !== null && parts.day <= daysIn(parts.year, parts.month);
}

/** "31 March 2027". */
export function wordsOfDay(day: string): string {
  const parts = partsOf(day);
  return parts ? `${parts.day} ${months[parts.month - 1]} ${parts.year}` : day;
}

/** From one day to a later one. From the end of a month to the end of another are whole months. */
export function apart(from: string, to: string): Apart {
  const [start, end] = [partsOf(from), partsOf(to)];
  if (!start || !end || from >= to) return { months: 0, days: 0 };
  let between = (end.year - start.year) * 12 + end.month - start.month;
  if (isLastOfMonth(start) && isLastOfMonth(end)) return { months: between, days: 0 };
  if (end.day < start.day) between -= 1;
  const reached = addMonths(start, between);
  const days = numberOfDay(end) - numberOfDay(reached);
  return { months: between, days };
}

/** How many days from one to the other; fewer than none when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  const [start, end] = [partsOf(from), partsOf(to)];
  return start && end ? numberOfDay(end) - numberOfDay(start) : 0;
}

/** "1 year and 2 months", "3 months and 5 days", "1 day". */
export function wordsOfApart({ months: all, days }: Apart): string {
  const parts = [
    counted(Math.floor(all / 12), "year"),
    counted(all % 12, "month"),
    counted(days, "day"),
  ].filter((part) => part !== "");
  const last = parts.pop() ?? "0 days";
  return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}

function partsOf(text: string): Parts | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return null;
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  return parts.month >= 1 && parts.month <= 12 && parts.day >= 1 ? parts : null;
}

function addMonths({ year, month, day }: Parts, count: number): Parts {
  const all = year * 12 + (month - 1) + count;
  const then = { year: Math.floor(all / 12), month: (all % 12) + 1 };
  return { ...then, day: Math.min(day, daysIn(then.year, then.month)) };
}

function isLastOfMonth({ year, month, day }: Parts): boolean {
  return day === daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function numberOfDay({ year, month, day }: Parts): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

function counted(count: number, unit: string): string {
  return count === 0 ? "" : `${count} ${unit}${count === 1 ? "" : "s"}`;
}
