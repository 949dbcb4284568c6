/** What boroughs say about an item, in words: one line of it, and what one borough says. */
import type { Borough } from "../../shared/boroughs.ts";
import type { Item } from "../../shared/items.ts";
import { allStances, stanceWords, type Position, type Stance } from "../../shared/position.ts";
import { positionState } from "../../shared/position-state.ts";
import { inWords } from "../controls/in-words.ts";

/** One piece of the line; `look-out` is what somebody has to do something about. */
export interface LinePart {
  readonly words: string;
  readonly look: "quiet" | "look-out";
}

type Said = ReadonlyMap<string, Position> | undefined;

/**
 * "2 of 4 agree · Southwark objects · changed since Hackney agreed". Boroughs that no longer take
 * part are left out.
 * @param boroughs that take part
 */
export function lineOf(
  item: Item,
  boroughs: readonly Borough[],
  said: Said,
  proposed: Said,
): readonly LinePart[] {
  const positions = boroughs.flatMap(({ id, name }) => {
    const position = said?.get(id);
    if (!position) return [];
    return [{ name, stance: position.stance, state: positionState(item, id, position) }];
  });
  const names = (stance: Stance, state: "current" | "changed"): string[] =>
    positions
      .filter((position) => position.stance === stance && position.state === state)
      .map(({ name }) => name);
  const objecting = names("object", "current");
  const changing = names("agree-with-change", "current");
  const notTheirs = names("does-not-apply", "current");
  const parts: (LinePart | null)[] = [
    quiet(
      positions.length === 0
        ? "No borough has said yet"
        : agreeing(names("agree", "current"), boroughs.length),
    ),
    objecting.length > 0
      ? lookOut(`${inWords(objecting)} ${objecting.length === 1 ? "objects" : "object"}`)
      : null,
    changing.length > 0
      ? quiet(`${inWords(changing)} ${changing.length === 1 ? "agrees" : "agree"} with a change`)
      : null,
    notTheirs.length > 0 ? quiet(`does not apply to ${inWords(notTheirs)}`) : null,
    ...allStances.map((stance) => {
      const then = names(stance, "changed");
      return then.length > 0
        ? lookOut(`changed since ${inWords(then)} ${stanceWords[stance].did}`)
        : null;
    }),
    ...boroughs.map(({ id, name }) =>
      proposed?.has(id) ? quiet(`something is proposed for ${name}`) : null,
    ),
  ];
  return parts.filter((part) => part !== null);
}

function agreeing(names: readonly string[], count: number): string {
  if (count === 1 && names.length === 1) return `${names[0]} agrees`;
  if (names.length < count)
    return `${names.length} of ${count} ${names.length === 1 ? "agrees" : "agree"}`;
  return count === 2 ? "Both boroughs agree" : `All ${count} boroughs agree`;
}

function quiet(words: string): LinePart {
  return { words, look: "quiet" };
}

function lookOut(words: string): LinePart {
  return { words, look: "look-out" };
}
