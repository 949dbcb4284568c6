/** Under what a cell is measured: how many people, and what makes it harder for them. */
import type { Options } from "./options.ts";

export interface Situation {
  readonly people: number;
  /** How many sessions wrote in the statement before, beside the one that made it. */
  readonly earlierSessions: number;
  /** How long the disk takes for a commit, beside what it takes anyway. */
  readonly commitMs: number;
}

/** The harder ones are measured with so many people. */
const mostPeopleWhenHarder = 200;

/** As everybody has it, with each number of people; then the harder ones. */
export function situationsOf({ people, earlierSessions, commitMs }: Options): Situation[] {
  const usual = people.map((many) => ({ people: many, earlierSessions: 0, commitMs: 0 }));
  const many = Math.max(...people.filter((number) => number <= mostPeopleWhenHarder));
  if (!Number.isFinite(many)) return usual;
  return [
    ...usual,
    ...(earlierSessions > 0 ? [{ people: many, earlierSessions, commitMs: 0 }] : []),
    ...(commitMs > 0 ? [{ people: many, earlierSessions: 0, commitMs }] : []),
  ];
}

export function isHarder({ earlierSessions, commitMs }: Situation): boolean {
  return earlierSessions > 0 || commitMs > 0;
}

export function isSame(one: Situation, other: Situation): boolean {
  return (
    one.people === other.people &&
    one.earlierSessions === other.earlierSessions &&
    one.commitMs === other.commitMs
  );
}

/** `200 people, 5000 earlier sessions` */
export function nameOf({ people, earlierSessions, commitMs }: Situation): string {
  return [
    `${people} people`,
    ...(earlierSessions > 0 ? [`${earlierSessions} earlier sessions`] : []),
    ...(commitMs > 0 ? [`a commit takes ${commitMs} ms longer`] : []),
  ].join(", ");
}
