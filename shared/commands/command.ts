/**
 * What a command is: one intention of a person, with the shape of its arguments, who may, what it
 * adds to the record and how the record's state changes by it. One file each in this folder.
 */
import type * as Y from "yjs";
import type { z } from "zod";
import type { Action, Member } from "../access.ts";
import type { Entry, EntryDraft } from "../entry.ts";
import type { Item } from "../items.ts";
import type { RecordDraft, RecordState } from "../record-state.ts";
import type { KeptText, TextToKeep } from "../version.ts";

/** What a command may look at. All of it is committed. */
export interface CommandContext {
  readonly member: Member;
  readonly record: RecordState;
  /** The item as it is now, or undefined. */
  item(id: string): Item | undefined;
  /** The whole text as it is now, for a version. */
  textToKeep(): TextToKeep;
  /** A new id, 21 characters. */
  newId(): string;
}

/** What comes of a command: an entry, with some a change of the text or a copy of it, kept together or not at all. */
export interface Decided extends EntryDraft {
  readonly write?: Write;
  readonly keeps?: KeptText;
}

/** Changes the text, in a transaction of its own. Throws a Refusal when it cannot. */
export type Write = (doc: Y.Doc) => void;

/** How an entry lies in the record and what it changes there. */
export interface EntryType {
  /** The entry's `type`. */
  readonly name: string;
  /** Changes the state. Never throws; ignores what it does not know. */
  fold(draft: RecordDraft, entry: Entry): void;
}

/** An entry type that a person's command makes. */
export interface Command extends EntryType {
  /** One sentence for the API's description. */
  readonly summary: string;
  readonly action: Action;
  /** How often one person may give it, where the usual limit is too high. */
  readonly perMinute?: number;
  readonly args: z.ZodType;
  /**
   * What to append, and to write.
   * @param args what was sent, of any shape; parsed here with `args`
   * @throws Refusal when it may not be, ZodError when the arguments are wrong
   */
  decide(args: unknown, context: CommandContext): Decided;
}

interface Definition<Args extends z.ZodType, Facts extends z.ZodType, Words extends z.ZodType> {
  readonly name: string;
  readonly summary: string;
  readonly action: Action;
  readonly perMinute?: number;
  readonly args: Args;
  readonly facts: Facts;
  readonly words: Words;
  decide(
    args: z.output<Args>,
    context: CommandContext,
  ): { facts: z.input<Facts>; words: z.input<Words>; write?: Write; keeps?: KeptText };
  fold(draft: RecordDraft, entry: Entry, facts: z.output<Facts>, words: z.output<Words>): void;
}

/** Makes a command whose entries are parsed before they are folded. */
export function defineCommand<
  Args extends z.ZodType,
  Facts extends z.ZodType,
  Words extends z.ZodType,
>(definition: Definition<Args, Facts, Words>): Command {
  const { name, summary, action, perMinute, args, decide } = definition;
  const { fold } = defineEntryType(definition);
  return {
    name,
    summary,
    action,
    ...(perMinute === undefined ? {} : { perMinute }),
    args,
    decide: (sent, context) => ({ type: name, ...decide(args.parse(sent), context) }) as Decided,
    fold,
  };
}

/** Makes an entry type that only the server appends. */
export function defineEntryType<Facts extends z.ZodType, Words extends z.ZodType>(
  definition: Pick<Definition<z.ZodType, Facts, Words>, "name" | "facts" | "words" | "fold">,
): EntryType {
  return {
    name: definition.name,
    fold(draft, entry) {
      const facts = definition.facts.safeParse(entry.facts);
      const words = definition.words.safeParse(entry.words);
      if (facts.success && words.success) definition.fold(draft, entry, facts.data, words.data);
    },
  };
}
