/**
 * Relations of a file: those from a requirement to a need or outcome become links, all others are kept
 * with the object that they start from, so that they can be given back.
 */
import type { ProposedItem, ProposedLink } from "../../../shared/proposed-file.ts";
import type { Problem } from "../../../shared/refusal.ts";
import type { How } from "../../../shared/thread.ts";
import type { ReqifModel, SpecRelation } from "./read-model.ts";
import { becauseDefinition, howDefinition, keptNames } from "./reqif-names.ts";

export interface ProposedRelations {
  /** With what is kept of relations. */
  readonly items: readonly ProposedItem[];
  readonly links: readonly ProposedLink[];
  readonly notices: readonly Problem[];
}

export function proposeRelations(
  { relations }: ReqifModel,
  items: readonly ProposedItem[],
): ProposedRelations {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const links: ProposedLink[] = [];
  const kept = new Map<string, Map<string, Set<string>>>();
  let unsaid = 0;
  let broken = 0;
  for (const [at, relation] of relations.entries()) {
    const source = byKey.get(relation.source);
    const target = byKey.get(relation.target);
    if (!source) {
      broken += 1;
      continue;
    }
    const ends = target ? endsOf(source, target) : null;
    if (ends) {
      const { how, because } = sayOf(relation);
      if (how === null) unsaid += 1;
      links.push({ where: `Relation ${at + 1}`, ...ends, how: how ?? "partly", because });
      continue;
    }
    const name = `${keptNames.relation}${relation.typeName || "relation"}`;
    const byName = kept.get(source.key) ?? new Map<string, Set<string>>();
    const identifiers = byName.get(name) ?? new Set<string>();
    identifiers.add(target?.extra?.[keptNames.identifier] ?? relation.target);
    kept.set(source.key, byName.set(name, identifiers));
  }
  return {
    items: items.map((item) => withKept(item, kept.get(item.key))),
    links,
    notices: [
      ...said(unsaid, "link does", "links do", "not say how fully. They come in as partly."),
      ...said(
        broken,
        "relation starts",
        "relations start",
        "from an object that is not in the file.",
      ),
      ...said(
        kept.size,
        "object has",
        "objects have",
        "relations that are not from a requirement to a need. They are kept, and given back in an export as ReqIF.",
      ),
    ],
  };
}

/** Whichever way round: some tools point from the need to what meets it. */
function endsOf(source: ProposedItem, target: ProposedItem): { from: string; to: string } | null {
  const isWanted = ({ kind }: ProposedItem): boolean => kind === "need" || kind === "outcome";
  if (source.kind === "requirement" && isWanted(target))
    return { from: source.key, to: target.key };
  if (target.kind === "requirement" && isWanted(source))
    return { from: target.key, to: source.key };
  return null;
}

function sayOf({ values }: SpecRelation): { how: How | null; because: string } {
  const how = values.find(
    ({ definitionId, name }) =>
      definitionId === howDefinition || /^how (?:fully|far)$|^coverage$/i.test(name),
  );
  const words = (how?.valueIds[0] ?? "").replace(/^needline-how-/, "");
  const said = new Set([words, how?.text ?? ""].map((one) => one.toLowerCase()));
  const because = values.find(
    ({ definitionId, name }) =>
      definitionId === becauseDefinition || /^(?:because|rationale|comment)$/i.test(name),
  );
  return {
    how: said.has("fully") ? "fully" : said.has("partly") ? "partly" : null,
    because: because?.text ?? "",
  };
}

function withKept(
  item: ProposedItem,
  kept: ReadonlyMap<string, ReadonlySet<string>> | undefined,
): ProposedItem {
  if (!kept) return item;
  const extra: Record<string, string> = { ...item.extra };
  for (const [name, identifiers] of kept) {
    const before = extra[name]?.split("\n") ?? [];
    extra[name] = [...new Set([...before, ...identifiers])].toSorted().join("\n");
  }
  return { ...item, extra };
}

function said(count: number, one: string, several: string, rest: string): Problem[] {
  if (count === 0) return [];
  return [{ where: "The file", what: `${count} ${count === 1 ? one : several} ${rest}` }];
}
