/** Letters from everybody, five a second unless said otherwise, each at their own uneven pace, whatever the server does meanwhile. */
import type { Person } from "./person.ts";
import type { Random } from "./random.ts";

const meanPauseMs = 200;

/**
 * Pauses are between half and one and a half of the mean. A late timer does not slow anybody down: the next letter is
 * due by the clock, so a server that falls behind gets no rest. @returns stops everybody
 */
export function startTyping(
  people: readonly Person[],
  random: Random,
  pauseMs = meanPauseMs,
): () => void {
  let stopped = false;
  const typeOn = (person: Person, dueMs: number): void => {
    setTimeout(
      () => {
        if (stopped || person.closed !== null) return;
        person.typeLetter();
        typeOn(person, dueMs + pauseMs * (0.5 + random()));
      },
      Math.max(0, dueMs - performance.now()),
    );
  };
  const nowMs = performance.now();
  for (const person of people) typeOn(person, nowMs + random() * pauseMs);
  return () => {
    stopped = true;
  };
}
