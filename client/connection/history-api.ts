/** Who wrote what, asked of the server: of one item, or since a time. */
import { z } from "zod";
import type { Entry } from "../../shared/entry.ts";
import { request } from "./request.ts";

/** One change of one part of an item by one person in one sitting; or by several, where very many wrote at once. */
export interface ToldEdit {
  readonly kind: "edit";
  readonly itemId: string;
  /** `field:NAME`, `variation:KEY`, `notes`, `priority`, `level`, `raisedBy`, `place`, `removed` or `made`. */
  readonly part: string;
  readonly personId: string;
  /** Who else wrote in it, in the order in which they began. */
  readonly others: readonly string[];
  /** ISO 8601. */
  readonly at: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface ToldEntry {
  readonly kind: "entry";
  readonly at: string;
  readonly entry: Entry;
}

export type Told = ToldEdit | ToldEntry;

export interface StoryPage {
  /** Newest first. */
  readonly story: readonly Told[];
  readonly total: number;
}

const parts = z.record(z.string(), z.unknown());

const told: z.ZodType<Told> = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("edit"),
    itemId: z.string(),
    part: z.string(),
    personId: z.string(),
    others: z.array(z.string()),
    at: z.string(),
    before: z.unknown(),
    after: z.unknown(),
  }),
  z.object({
    kind: z.literal("entry"),
    at: z.string(),
    entry: z.object({
      number: z.number(),
      statementId: z.string(),
      at: z.string(),
      personId: z.string(),
      boroughId: z.string(),
      type: z.string(),
      facts: parts,
      words: parts,
      wordsDigest: z.string(),
      hash: z.string(),
    }),
  }),
]);

const answer: z.ZodType<StoryPage> = z.object({ story: z.array(told), total: z.number() });

/** @throws CommandRefused */
export function askItemHistory(
  statementId: string,
  itemId: string,
  limit: number,
): Promise<StoryPage> {
  const path = `/api/statements/${statementId}/items/${itemId}/history?limit=${limit}`;
  return request(path, { answer });
}

/** @throws CommandRefused */
export function askChanges(statementId: string, since: string, limit: number): Promise<StoryPage> {
  const asked = new URLSearchParams({ since, limit: String(limit) });
  return request(`/api/statements/${statementId}/changes?${asked}`, { answer });
}

/** @returns until when this person was here before this visit; null on the first one */
export async function askLastVisit(statementId: string): Promise<string | null> {
  const visit = z.object({ before: z.string().nullable() });
  return (await request(`/api/statements/${statementId}/visit`, { answer: visit })).before;
}
