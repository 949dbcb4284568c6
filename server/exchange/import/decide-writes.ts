/** From a plan and what somebody chose of it to what is written. Pure but for the new ids. */
import type { ImportChoices } from "../../../shared/import-changes.ts";
import { itemKinds } from "../../../shared/item-kinds.ts";
import type { Item, NewItem } from "../../../shared/items.ts";
import type { ProposedItem, ProposedSuggestion } from "../../../shared/proposed-file.ts";
import type { How } from "../../../shared/thread.ts";
import type { WantedItem } from "../../../shared/write-item.ts";
import { asKind } from "./as-kind.ts";
import { boroughIdsOf, compareItem, variationsOf } from "./compare-item.ts";
import { ownValue } from "./own-value.ts";
import type { ImportTarget } from "./import-target.ts";
import { placeNew, type ToPlace, type Unplaced } from "./place-new.ts";
import type { ImportPlan, PlannedChange } from "./plan-import.ts";
import type { PlannedLink } from "./plan-links.ts";

export interface Writes {
  /** In the order of the statement. */
  readonly news: readonly NewItem[];
  readonly changes: readonly { readonly itemId: string; readonly wanted: WantedItem }[];
  readonly links: readonly LinkToMake[];
  readonly suggestions: readonly ProposedSuggestion[];
}

export interface LinkToMake {
  readonly where: string;
  readonly requirementId: string;
  readonly needId: string;
  readonly how: How;
  readonly because: string;
}

interface Means {
  readonly target: ImportTarget;
  /** Name of the file, kept as the origin of what is new. */
  readonly fileName: string;
  newId(): string;
}

export function decideWrites(
  plan: ImportPlan,
  links: readonly PlannedLink[],
  choices: ImportChoices,
  { target, fileName, newId }: Means,
): Writes {
  const left = new Set(choices.left);
  const itemsById = new Map(target.items.map((item) => [item.id, item]));
  const changes: { itemId: string; wanted: WantedItem }[] = [];
  const idsByKey = new Map<string, string>();
  const toPlace = plan.changes.map((change): ToPlace => {
    const { proposed, home } = change;
    const { key } = proposed;
    const item = itemChosen(change, choices, itemsById);
    const nothing = { key, home, item, made: null };
    if (item) {
      idsByKey.set(key, item.id);
      const { wanted } =
        change.state === "ask"
          ? compareItem(proposed, item, target, plan.comparing, newId)
          : change;
      if (!left.has(key) && Object.keys(wanted).length > 0)
        changes.push({ itemId: item.id, wanted });
      return nothing;
    }
    const isAnswered = Object.hasOwn(choices.answers, key);
    if (change.state === "out" || left.has(key) || (change.state === "ask" && !isAnswered))
      return nothing;
    const kind = ownValue(choices.kinds, key) ?? proposed.kind;
    const made = newItem(asKind(proposed, kind), { target, fileName, newId });
    idsByKey.set(key, made.id);
    return { ...nothing, made };
  });
  const tail = () =>
    newId()
      .replace(/[^0-9A-Za-z]/g, "")
      .slice(0, 6);
  const placed = placeNew(toPlace, target.items, tail);
  const kinds = new Map([...target.items, ...placed].map(({ id, kind }) => [id, kind] as const));
  return {
    news: placed,
    changes,
    links: links.flatMap(({ where, from, to, how, because }) => {
      const requirementId = idsByKey.get(from.key ?? "") ?? from.itemId;
      const needId = idsByKey.get(to.key ?? "") ?? to.itemId;
      if (requirementId === null || needId === null) return [];
      const needKind = kinds.get(needId);
      const fits =
        kinds.get(requirementId) === "requirement" &&
        (needKind === "need" || needKind === "outcome");
      return fits ? { where, requirementId, needId, how, because } : [];
    }),
    suggestions: choices.withSuggestions ? plan.file.suggestions : [],
  };
}

function itemChosen(
  { state, item, proposed }: PlannedChange,
  { answers }: ImportChoices,
  itemsById: ReadonlyMap<string, Item>,
): Item | null {
  if (state !== "ask") return item;
  const chosen = itemsById.get(ownValue(answers, proposed.key) ?? "");
  return chosen?.kind === proposed.kind ? chosen : null;
}

function newItem(proposed: ProposedItem, { target, fileName, newId }: Means): Unplaced {
  const { kind, reference, fields, priority, level, notes, raisedBy, removed, origin, extra } =
    proposed;
  const aliases = [reference, ...(proposed.aliases ?? [])].filter((name) => name !== "");
  const isNamed = proposed.where === "" && kind === "section";
  return {
    id: newId(),
    kind,
    fields,
    priority: itemKinds[kind].hasPriority ? (priority ?? null) : null,
    level: kind === "section" ? (level ?? 1) : 1,
    raisedBy: boroughIdsOf(raisedBy ?? [], target),
    aliases: [...new Set(aliases)],
    ...(notes ? { notes } : {}),
    variations: variationsOf(proposed, null, target, newId),
    removed: removed ?? null,
    origin: origin ?? (isNamed ? null : { title: fileName, reference }),
    ...(extra ? { extra } : {}),
  };
}
