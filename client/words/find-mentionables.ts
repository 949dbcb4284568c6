/** Who is offered for what was typed after an `@`. */
import type { Mentionable } from "../../shared/mentions.ts";

/**
 * Those whose name begins with what was typed, then those one of whose names does, then the people of
 * a borough that does; people before boroughs, by name. None when it is the whole name of the only one: there is nothing left to choose.
 */
export function findMentionables(
  all: readonly Mentionable[],
  query: string,
): readonly Mentionable[] {
  const typed = query.toLowerCase();
  const groups = Map.groupBy(all, (one) => rankOf(one, typed));
  const found = [0, 1, 2].flatMap((rank) => groups.get(rank)?.toSorted(peopleFirst) ?? []);
  return found.length === 1 && found[0]?.handle.toLowerCase() === typed.trim() ? [] : found;
}

/** "whit", "tom w" and "tom whitfield" begin in "Tom Whitfield". */
function rankOf({ handle, name, boroughName }: Mentionable, typed: string): number | null {
  if (handle.toLowerCase().startsWith(typed)) return 0;
  if (name.toLowerCase().includes(` ${typed}`)) return 1;
  return boroughName?.toLowerCase().startsWith(typed) === true ? 2 : null;
}

function peopleFirst(a: Mentionable, b: Mentionable): number {
  const isBorough = ({ boroughName }: Mentionable): number => (boroughName === null ? 1 : 0);
  return isBorough(a) - isBorough(b) || a.handle.localeCompare(b.handle, "en-GB");
}
