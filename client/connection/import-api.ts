/** Bringing a file into a statement: what it would do, and doing it. */
import { z } from "zod";
import { allKinds, allPriorities, type ItemKind, type Priority } from "../../shared/item-kinds.ts";
import type { Problem } from "../../shared/refusal.ts";
import { request } from "./request.ts";

interface Counts {
  readonly outcomes: number;
  readonly needs: number;
  readonly requirements: number;
  readonly texts: number;
}

/** How much comes into one section. */
export interface ImportedSection extends Counts {
  /** "" for what stands above the first section. */
  readonly title: string;
  readonly isNew: boolean;
}

/** An item as it will look. */
export interface ImportedItem {
  /** Line of the file, or null for a section that a row only names. */
  readonly line: number | null;
  readonly kind: ItemKind;
  /** The file's own reference, or "". */
  readonly reference: string;
  readonly words: string;
  readonly priority: Priority | null;
  /** Ids of boroughs. */
  readonly raisedBy: readonly string[];
}

export interface ImportAnswer extends Counts {
  readonly applied: boolean;
  /** New ones. */
  readonly sections: number;
  readonly links: number;
  readonly contents: readonly ImportedSection[];
  /** The first items, in their order. */
  readonly first: readonly ImportedItem[];
  /** While there is one, nothing is brought in. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

const counts = {
  outcomes: z.number(),
  needs: z.number(),
  requirements: z.number(),
  texts: z.number(),
};

const problem = z.object({ where: z.string(), what: z.string() });

const importAnswer: z.ZodType<ImportAnswer> = z.object({
  ...counts,
  applied: z.boolean(),
  sections: z.number(),
  links: z.number(),
  contents: z.array(z.object({ ...counts, title: z.string(), isNew: z.boolean() })),
  first: z.array(
    z.object({
      line: z.number().nullable(),
      kind: z.enum(allKinds),
      reference: z.string(),
      words: z.string(),
      priority: z.enum(allPriorities).nullable(),
      raisedBy: z.array(z.string()),
    }),
  ),
  problems: z.array(problem),
  notices: z.array(problem),
});

/**
 * What bringing it in would do, or all of it done.
 * @throws CommandRefused, with each problem when all of it was to be brought in
 */
export function importFile(statementId: string, file: File, apply: boolean): Promise<ImportAnswer> {
  const body = new FormData();
  body.set("file", file);
  const path = `/api/statements/${encodeURIComponent(statementId)}/import?apply=${apply}`;
  return request(path, { method: "POST", body, answer: importAnswer });
}
