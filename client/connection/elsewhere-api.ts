/** Other statements that one may read: finding items there, and reading those that one brings in. */
import { z } from "zod";
import { allKinds, allPriorities, type ItemKind, type Priority } from "../../shared/item-kinds.ts";
import type { Origin, Variation } from "../../shared/items.ts";
import type { RichText } from "../../shared/rich-text.ts";
import type { How } from "../../shared/thread.ts";
import { request } from "./request.ts";

export type FoundKind = "outcome" | "need" | "requirement";

export interface FoundItem {
  readonly statementId: string;
  /** Of the statement. */
  readonly title: string;
  readonly itemId: string;
  readonly kind: FoundKind;
  /** "R-12", or "". */
  readonly reference: string;
  readonly words: string;
  readonly section: string;
  readonly priority: Priority | null;
}

export interface FoundElsewhere {
  readonly items: readonly FoundItem[];
  /** In all, also those that are not given. */
  readonly count: number;
  readonly statements: readonly {
    readonly id: string;
    readonly title: string;
    readonly items: number;
  }[];
}

export interface SearchElsewhere {
  readonly words: string;
  /** Id of a statement, or "" for all. */
  readonly statement: string;
  readonly kind: FoundKind | "";
}

/** An item as it comes in here. */
export interface ItemElsewhere {
  /** Its id there. */
  readonly from: string;
  readonly kind: ItemKind;
  readonly priority: Priority | null;
  readonly level: number;
  readonly raisedBy: readonly string[];
  readonly aliases: readonly string[];
  readonly fields: Readonly<Record<string, RichText>>;
  readonly variations: readonly Variation[];
  readonly extra: Readonly<Record<string, string>>;
  readonly origin: Origin;
}

export interface ItemsElsewhere {
  readonly items: readonly ItemElsewhere[];
  /** Between these, by the ids they have there. */
  readonly links: readonly {
    readonly requirementId: string;
    readonly needId: string;
    readonly how: How;
    readonly because: string;
  }[];
}

const kind = z.enum(["outcome", "need", "requirement"]);
const priority = z.enum(allPriorities).nullable();
const richText = z.custom<RichText>((value) => typeof value === "object" && value !== null);

const found: z.ZodType<FoundElsewhere> = z.object({
  items: z.array(
    z.object({
      statementId: z.string(),
      title: z.string(),
      itemId: z.string(),
      kind,
      reference: z.string(),
      words: z.string(),
      section: z.string(),
      priority,
    }),
  ),
  count: z.number(),
  statements: z.array(z.object({ id: z.string(), title: z.string(), items: z.number() })),
});

const itemsElsewhere: z.ZodType<ItemsElsewhere> = z.object({
  items: z.array(
    z.object({
      from: z.string(),
      kind: z.enum(allKinds),
      priority,
      level: z.number(),
      raisedBy: z.array(z.string()),
      aliases: z.array(z.string()),
      fields: z.record(z.string(), richText),
      variations: z.array(z.object({ key: z.string(), boroughId: z.string(), text: richText })),
      extra: z.record(z.string(), z.string()),
      origin: z.object({
        title: z.string(),
        reference: z.string(),
        statementId: z.string(),
        itemId: z.string(),
      }),
    }),
  ),
  links: z.array(
    z.object({
      requirementId: z.string(),
      needId: z.string(),
      how: z.enum(["fully", "partly"]),
      because: z.string(),
    }),
  ),
});

export function searchElsewhere(here: string, search: SearchElsewhere): Promise<FoundElsewhere> {
  const asked = new URLSearchParams({ words: search.words });
  if (search.statement !== "") asked.set("statement", search.statement);
  if (search.kind !== "") asked.set("kind", search.kind);
  return request(`/api/statements/${encodeURIComponent(here)}/elsewhere?${asked}`, {
    answer: found,
  });
}

/** @param from the other statement */
export function readElsewhere(
  here: string,
  from: string,
  itemIds: readonly string[],
): Promise<ItemsElsewhere> {
  const asked = new URLSearchParams({ ids: itemIds.join(",") });
  const path = `/api/statements/${encodeURIComponent(here)}/elsewhere/${encodeURIComponent(from)}`;
  return request(`${path}/items?${asked}`, { answer: itemsElsewhere });
}
