/** The server kept a version by itself: before an import or a restore, or of a day that had changes. */
import { z } from "zod";
import type { EntryDraft } from "../entry.ts";
import type { RecordState } from "../record-state.ts";
import {
  automaticReasons,
  nextVersionNumber,
  type AutomaticReason,
  type KeptText,
  type TextToKeep,
} from "../version.ts";
import { defineEntryType } from "./command.ts";
import { addVersion, keptFacts } from "./version-parts.ts";

export const keepVersion = defineEntryType({
  name: "keep-version",
  facts: keptFacts.extend({
    why: z.enum(automaticReasons),
    day: z.string().nullable().catch(null),
  }),
  words: z.object({}),
  fold(draft, entry, facts) {
    addVersion(draft, entry, { ...facts, name: "", note: "" });
  },
});

/** The entry that keeps the text, which has to stand before what it is kept for, and what goes with it. */
export function keepingVersion(
  record: RecordState,
  { json, digest, itemCount }: TextToKeep,
  why: AutomaticReason,
  day: string | null = null,
): { readonly draft: EntryDraft; readonly keeps: KeptText } {
  const number = nextVersionNumber(record);
  return {
    draft: { type: keepVersion.name, facts: { number, digest, itemCount, why, day }, words: {} },
    keeps: { number, json },
  };
}
