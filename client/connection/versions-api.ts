/** Reading a version, restoring from it and undoing that, asked of the server. */
import { z } from "zod";
import { allKinds, allPriorities, type Priority } from "../../shared/item-kinds.ts";
import type { Item, Origin } from "../../shared/items.ts";
import { allStances, type Stance } from "../../shared/position.ts";
import type { RichText } from "../../shared/rich-text.ts";
import { askOnce } from "./ask-once.ts";
import { request } from "./request.ts";
import type { StatementSession } from "./statement-session.ts";
import { waitUntilSaved } from "./wait-until-saved.ts";

/** What a borough said of an item then. */
export interface SaidThen {
  readonly boroughId: string;
  readonly stance: Stance;
  readonly words: string;
  /** The item said something else by then. */
  readonly isOnEarlierWords: boolean;
}

/** A need or outcome that a requirement met then. */
export interface MetThen {
  readonly needId: string;
  readonly how: "fully" | "partly";
}

/** Text and record of a version, as its page shows them. */
export interface VersionText {
  readonly title: string;
  readonly priorityWords: Readonly<Record<Priority, string>>;
  /** In order, removed ones too. Where they stood is not in them: an item alone is restored without it. */
  readonly items: readonly Item[];
  readonly references: ReadonlyMap<string, string>;
  readonly saidByItem: ReadonlyMap<string, readonly SaidThen[]>;
  readonly metByItem: ReadonlyMap<string, readonly MetThen[]>;
  /** Who took part then, in the order in which they came. */
  readonly people: readonly { readonly name: string; readonly boroughName: string }[];
}

const words = z.object({ content: z.custom<RichText>() });

const itemShape = z
  .object({
    id: z.string(),
    kind: z.enum(allKinds),
    reference: z.string().nullable(),
    aliases: z.array(z.string()),
    level: z.number(),
    priority: z.enum(allPriorities).nullable(),
    raisedBy: z.array(z.string()),
    removed: z.object({ why: z.string() }).nullable(),
    fields: z.record(z.string(), words),
    variations: z.array(words.extend({ key: z.string(), boroughId: z.string() })),
    notes: words,
    origin: z.custom<Origin>().nullable(),
    extra: z.record(z.string(), z.string()),
  })
  .transform(({ reference, fields, variations, notes, ...values }) => ({
    reference,
    item: {
      ...values,
      order: "",
      fields: Object.fromEntries(
        Object.entries(fields).map(([name, { content }]) => [name, content]),
      ),
      variations: variations.map(({ key, boroughId, content }) => ({
        key,
        boroughId,
        text: content,
      })),
      notes: notes.content,
    } satisfies Item,
  }));

const versionAnswer = z.object({
  title: z.string(),
  priorityWords: z.record(z.enum(allPriorities), z.string()),
  items: z.array(itemShape),
  people: z.array(z.object({ name: z.string(), boroughName: z.string() })),
  links: z.array(z.object({ from: z.string(), to: z.string(), how: z.enum(["fully", "partly"]) })),
  positions: z.array(
    z.object({
      itemId: z.string(),
      boroughId: z.string(),
      stance: z.enum(allStances),
      words: z.string(),
      isOnEarlierWords: z.boolean(),
    }),
  ),
});

/** @throws CommandRefused */
export async function askVersion(statementId: string, number: number): Promise<VersionText> {
  const path = `/api/statements/${statementId}/versions/${number}`;
  const answer = await request(path, { answer: versionAnswer });
  const { title, priorityWords, items, links, positions, people } = answer;
  return {
    title,
    priorityWords,
    items: items.map(({ item }) => item),
    references: new Map(
      items.flatMap(({ item, reference }) => (reference === null ? [] : [[item.id, reference]])),
    ),
    people,
    saidByItem: Map.groupBy(positions, ({ itemId }) => itemId),
    metByItem: Map.groupBy(
      links.map(({ from, to, how }) => ({ from, needId: to, how })),
      ({ from }) => from,
    ),
  };
}

const doneAnswer = z.object({
  entry: z.object({ number: z.number() }),
  changedItems: z.number(),
  leftItems: z.number().default(0),
});

export interface RestoreDone {
  /** Number of its entry. */
  readonly restore: number;
  readonly changedItems: number;
  /** By undoing: how many were left as somebody changed them since. */
  readonly leftItems: number;
}

/** @param itemId null for the whole text. @throws CommandRefused */
export function askRestore(
  session: StatementSession,
  number: number,
  itemId: string | null,
): Promise<RestoreDone> {
  return act(session, `versions/${number}/restore`, (path) =>
    askOnce.post(path, { itemId }, doneAnswer),
  );
}

/** @param restore number of its entry. @throws CommandRefused */
export function askUndoRestore(session: StatementSession, restore: number): Promise<RestoreDone> {
  return act(session, `restores/${restore}/undo`, (path) =>
    request(path, { method: "POST", answer: doneAnswer }),
  );
}

/** What was written here is part of what is restored over, so it has to be kept first. */
async function act(
  session: StatementSession,
  what: string,
  ask: (path: string) => Promise<z.infer<typeof doneAnswer>>,
): Promise<RestoreDone> {
  await waitUntilSaved(session.savedState);
  const path = `/api/statements/${session.statementId}/${what}`;
  const { entry, changedItems, leftItems } = await ask(path);
  return { restore: entry.number, changedItems, leftItems };
}
