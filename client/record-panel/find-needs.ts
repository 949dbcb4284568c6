/** Finds the need or outcome somebody has in mind, by its reference, an older reference, or its words. */
import { flatten } from "../../shared/flatten.ts";

/** A need or outcome that may be chosen, with what is searched and shown. */
export interface NeedOption {
  readonly id: string;
  /** `N-12`, or "new" while it has none. */
  readonly reference: string;
  readonly aliases: readonly string[];
  /** The whole need as one sentence. */
  readonly sentence: string;
  /** "Not covered". */
  readonly state: string;
  /** No requirement meets it yet: offered first. */
  readonly isOpen: boolean;
  /** Names of the boroughs that raised it. */
  readonly raisedBy: readonly string[];
}

/**
 * Those that fit, best first: the reference, then an older reference, then every word typed somewhere in
 * the sentence or the boroughs' names. Among equals needs that nothing meets come first, then the order
 * of the statement. Nothing typed: all of them.
 */
export function findNeeds(typed: string, options: readonly NeedOption[]): readonly NeedOption[] {
  const query = flatten(typed);
  return options
    .map((option) => ({ option, rank: rankOf(query, option) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || Number(b.option.isOpen) - Number(a.option.isOpen))
    .map(({ option }) => option);
}

/** 0: does not fit. */
function rankOf(query: string, option: NeedOption): number {
  if (query === "") return 1;
  const asReference = bare(query);
  const reference = bare(flatten(option.reference));
  const aliases = option.aliases.map((alias) => bare(flatten(alias)));
  const isNumber = /^\d+$/.test(asReference);
  if (reference === asReference || (isNumber && reference.replace(/^\D+/, "") === asReference))
    return 5;
  if (aliases.includes(asReference)) return 4;
  const words = query.split(" ");
  const text = flatten([option.sentence, ...option.raisedBy].join(" "));
  const starts = ` ${text}`;
  if (words.every((word) => starts.includes(` ${word}`))) return 3;
  if (words.every((word) => text.includes(word))) return 2;
  if (asReference === "") return 0;
  const begun = [reference, ...aliases].some((known) => known.startsWith(asReference));
  return begun ? 2 : 0;
}

function bare(flat: string): string {
  return flat.replaceAll(" ", "");
}
