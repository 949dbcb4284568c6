/** The version that is kept by itself before a file is brought in, in the same transaction. */
import { keepingVersion } from "../../shared/commands/keep-version.ts";
import type { EntryDraft } from "../../shared/entry.ts";
import type { KeptText } from "../../shared/version.ts";
import type { Room } from "../sync/room.ts";

/** What an act adds to its own: the drafts come first. */
export interface Before {
  /** None where there is no text yet. */
  readonly drafts: readonly EntryDraft[];
  readonly kept: { readonly keeps?: KeptText };
}

/** Called under the statement's lock. */
export function keepBeforeImport(room: Room): Before {
  if (room.items().length === 0) return { drafts: [], kept: {} };
  const { draft, keeps } = keepingVersion(room.record, room.textToKeep(), "before-import");
  return { drafts: [draft], kept: { keeps } };
}
