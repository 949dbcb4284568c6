/** Which links of a file are not in the statement yet. Promises to name every end that is not there. */
import type { Item } from "../../../shared/items.ts";
import type { ProposedLink } from "../../../shared/proposed-file.ts";
import type { Problem } from "../../../shared/refusal.ts";
import type { How } from "../../../shared/thread.ts";
import { evenWords, linkKey, type ImportTarget } from "./import-target.ts";
import type { PlannedChange } from "./plan-import.ts";

/** What an end is: an item of the statement, or one of the file by its key. */
interface End {
  readonly name: string;
  readonly kind: Item["kind"];
  readonly itemId: string | null;
  readonly key: string | null;
}

export interface PlannedLink {
  readonly where: string;
  readonly from: End;
  readonly to: End;
  readonly how: How;
  readonly because: string;
}

export interface PlannedLinks {
  readonly links: readonly PlannedLink[];
  readonly problems: readonly Problem[];
}

export function planLinks(
  links: readonly ProposedLink[],
  changes: readonly PlannedChange[],
  target: ImportTarget,
): PlannedLinks {
  const ends = endsOf(changes, target);
  const planned: PlannedLink[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { where, from, to, how, because } of links) {
    const [requirement, need] = [ends.find(from), ends.find(to)];
    const wrong = problemOf(from, requirement, to, need);
    if (wrong !== null || !requirement || !need) {
      problems.push({ where, what: wrong ?? "" });
      continue;
    }
    const pair = linkKey(nameOf(requirement), nameOf(need));
    const stands =
      requirement.itemId !== null &&
      need.itemId !== null &&
      target.links.has(linkKey(requirement.itemId, need.itemId));
    if (!stands && !seen.has(pair))
      planned.push({ where, from: requirement, to: need, how, because });
    seen.add(pair);
  }
  return { links: planned, problems };
}

function problemOf(
  from: string,
  requirement: End | null,
  to: string,
  need: End | null,
): string | null {
  if (!requirement) return `${from} ${notThere}`;
  if (!need) return `${to} ${notThere}`;
  if (requirement.kind !== "requirement")
    return `${requirement.name} is a ${requirement.kind}. Only a requirement meets a need.`;
  if (need.kind !== "need" && need.kind !== "outcome")
    return `${need.name} is a ${need.kind}. A requirement meets a need or an outcome.`;
  return null;
}

const notThere =
  "is neither in this file nor in the statement, so the link is left out. Correct the reference, or add the need.";

function nameOf({ itemId, key }: End): string {
  return itemId ?? `key ${key}`;
}

class Ends {
  readonly byKey = new Map<string, End>();
  readonly byName = new Map<string, End>();

  /** By the key of an item in the file, else by a reference: of the file first, then of the statement. */
  find(name: string): End | null {
    return this.byKey.get(name) ?? this.byName.get(evenWords(name)) ?? null;
  }
}

function endsOf(changes: readonly PlannedChange[], { items, references }: ImportTarget): Ends {
  const ends = new Ends();
  for (const { id, kind, aliases, removed } of items) {
    if (removed) continue;
    for (const name of aliases)
      ends.byName.set(evenWords(name), { name, kind, itemId: id, key: null });
  }
  for (const { id, kind, removed } of items) {
    const name = references.get(id);
    if (name !== undefined && !removed)
      ends.byName.set(evenWords(name), { name, kind, itemId: id, key: null });
  }
  for (const { proposed, item, state } of changes) {
    if (state === "out") continue;
    const { key, kind, reference } = proposed;
    const end = { name: reference || key, kind, itemId: item?.id ?? null, key };
    ends.byKey.set(key, end);
    if (reference !== "") ends.byName.set(evenWords(reference), end);
  }
  return ends;
}
