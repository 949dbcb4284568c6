/** One's statements: listing them, starting one, opening the example. */
import { z } from "zod";
import { allRoles, type Role } from "../../shared/access.ts";
import type { OutlineId } from "../../shared/outlines.ts";
import { askOnce } from "./ask-once.ts";
import { request } from "./request.ts";

/** A statement in a list. */
export interface ListedStatement {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  /** Names of the boroughs that take part. */
  readonly boroughs: readonly string[];
  /** How many items it has, removed ones left out. */
  readonly items: number;
  /** ISO 8601. */
  readonly lastChanged: string;
}

const listed: z.ZodType<ListedStatement> = z.object({
  id: z.string(),
  title: z.string(),
  role: z.enum(allRoles),
  boroughs: z.array(z.string()),
  items: z.number(),
  lastChanged: z.string(),
});

const made = z.object({ id: z.string() });

/** The one that changed last first. */
export async function listStatements(): Promise<readonly ListedStatement[]> {
  const answer = z.object({ statements: z.array(listed) });
  return (await request("/api/statements", { answer })).statements;
}

/** What a new statement begins with. */
export type StartFrom = { readonly statementId: string } | { readonly outline: OutlineId };

/** @returns the id of a new statement, empty when it begins with nothing */
export async function startStatement(title: string, from: StartFrom | null): Promise<string> {
  const body = from === null ? { title } : { title, from };
  return (await askOnce.post("/api/statements", body, made)).id;
}

/** @returns the id of a copy of the example of one's own */
export async function openExample(): Promise<string> {
  return (await askOnce.post("/api/statements/example", undefined, made)).id;
}
