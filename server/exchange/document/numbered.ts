/** Numbers for sections where nothing else counts them: "1", "1.1", "2"; never a level deeper than the one above allows. */
import type { Part } from "./lay-out.ts";

export interface NumberedSection {
  /** From 1. */
  readonly depth: number;
  readonly number: string;
}

/** By the id of the section. */
export function numberSections(parts: readonly Part[]): ReadonlyMap<string, NumberedSection> {
  const numbers = new Map<string, NumberedSection>();
  let counts: number[] = [];
  for (const part of parts) {
    if (part.of !== "section") continue;
    const depth = Math.min(part.level, counts.length + 1);
    counts = [...counts.slice(0, depth - 1), (counts[depth - 1] ?? 0) + 1];
    numbers.set(part.item.id, { depth, number: counts.join(".") });
  }
  return numbers;
}
