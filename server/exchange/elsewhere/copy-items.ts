/**
 * What another statement takes from this one: its items with their links, each knowing where it came
 * from, without what people said and decided about them. Pure. Promises that a link stands on the words
 * it stood on: where they had changed since, it is still shown as changed.
 */
import type { Anchor } from "../../../shared/anchors.ts";
import { londonBoroughs } from "../../../shared/boroughs.ts";
import { itemHasWords, type Item, type NewItem, type Origin } from "../../../shared/items.ts";
import type { Seen } from "../../../shared/seen.ts";
import type { How, Thread } from "../../../shared/thread.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";

/** An item to be made, but for its id and place, which are new. */
export interface CopiedItem extends Required<
  Omit<NewItem, "id" | "order" | "notes" | "removed" | "fields">
> {
  /** Id of the item that it is a copy of. */
  readonly from: string;
  readonly fields: Item["fields"];
  readonly origin: Origin;
}

/** A link between two copied items, by the ids that they had. */
export interface CopiedLink {
  readonly requirementId: string;
  readonly needId: string;
  readonly how: How;
  readonly because: string;
  readonly anchor: Anchor;
  /** What the two said when it was made or last confirmed. */
  readonly seen: { readonly requirement: Seen; readonly need: Seen };
}

export interface Copied {
  /** In the order of the statement. */
  readonly items: readonly CopiedItem[];
  readonly links: readonly CopiedLink[];
}

/**
 * @param wanted ids of the items; all when left out. Removed ones and those without words never are.
 * @param maker borough that is named in the statement they go into, besides London's, which always are
 */
export function copyItems(
  whole: WholeStatement,
  { wanted, maker }: { readonly wanted?: ReadonlySet<string>; readonly maker: string },
): Copied {
  const items = whole.items.filter(
    (item) => item.removed === null && itemHasWords(item) && (wanted?.has(item.id) ?? true),
  );
  const ids = new Set(items.map(({ id }) => id));
  return {
    items: items.map((item) => copyOf(item, whole, maker)),
    links: [...whole.record.threads.values()].flatMap((thread) => linkOf(thread, ids)),
  };
}

const london: ReadonlySet<string> = new Set(londonBoroughs.map(({ id }) => id));

/** Working notes stay behind: like comments, they are about how the other statement was written. */
function copyOf(
  item: Item,
  { statementId, title, record }: WholeStatement,
  maker: string,
): CopiedItem {
  // Another organisation is named by its people, who are not in the new statement.
  const isNamed = (boroughId: string): boolean => boroughId === maker || london.has(boroughId);
  return {
    from: item.id,
    kind: item.kind,
    priority: item.priority,
    level: item.level,
    raisedBy: item.raisedBy.filter(isNamed),
    aliases: item.aliases,
    fields: item.fields,
    variations: item.variations.filter(({ boroughId }) => isNamed(boroughId)),
    extra: item.extra,
    origin: {
      title,
      reference: record.references.get(item.id) ?? "",
      statementId,
      itemId: item.id,
    },
  };
}

function linkOf({ anchor, meets }: Thread, ids: ReadonlySet<string>): CopiedLink[] {
  if (!meets || meets.withdrawn || !ids.has(anchor.itemId) || !ids.has(meets.needId)) return [];
  const { needId, how, because, seen } = meets;
  return [{ requirementId: anchor.itemId, needId, how, because, anchor, seen }];
}
