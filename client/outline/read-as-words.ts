/** What is said above a statement that is read as one borough's. */
import type { ReadAs } from "../../shared/kept-read-as.ts";

/** @param name the borough's */
export function readAsWords(name: string, { leftOut, differ, changedSince }: ReadAs): string {
  const out =
    leftOut === 0
      ? "nothing is left out"
      : leftOut === 1
        ? "1 item that does not apply is left out"
        : `${leftOut} items that do not apply are left out`;
  const differs =
    differ === 0 ? "nothing differs" : differ === 1 ? "1 item differs" : `${differ} items differ`;
  const again =
    changedSince === 0
      ? ""
      : changedSince === 1
        ? " 1 item that did not apply has changed since and is left in."
        : ` ${changedSince} items that did not apply have changed since and are left in.`;
  return `Read as ${possessive(name)}: ${out}, ${differs}.${again}`;
}

/** "Hackney's", "Tower Hamlets'". */
export function possessive(name: string): string {
  return name.endsWith("s") ? `${name}'` : `${name}'s`;
}
