/**
 * Brings in what somebody chose of a file, in their name: new items, changed ones, references, links and
 * suggested wording. Worked out in a process of its own and committed in slices, so that nobody's typing waits; what
 * others write in the same items meanwhile stays.
 */
import { setImmediate } from "node:timers/promises";
import { textFingerprint } from "../../../shared/even-text.ts";
import { carryOver } from "../../../shared/carry-over.ts";
import { referencesFor } from "../../../shared/commands/give-references.ts";
import { importItems } from "../../../shared/commands/import.ts";
import { meetNeed } from "../../../shared/commands/meet-need.ts";
import { suggestWording } from "../../../shared/commands/suggest-wording.ts";
import type { CommandContext } from "../../../shared/commands/command.ts";
import type { EntryDraft } from "../../../shared/entry.ts";
import type { ImportChoices, ImportOutcome } from "../../../shared/import-changes.ts";
import { textOf } from "../../../shared/items.ts";
import { memberWhoMay } from "../../../shared/members.ts";
import type { ProposedSuggestion } from "../../../shared/proposed-file.ts";
import { Refusal, type Problem } from "../../../shared/refusal.ts";
import { commandContext } from "../../record/command-context.ts";
import type { Resources } from "../../resources.ts";
import type { Room } from "../../sync/room.ts";
import { keepBeforeImport } from "../../versions/keep-before-import.ts";
import type { RunOptions } from "../work/work-processes.ts";
import type { WorkOwner } from "../work/works.ts";
import { applySlices } from "./apply-slices.ts";
import type { Packed } from "../work/packed.ts";
import type { KeptFile } from "./read-import.ts";
import type { WrittenImport } from "./write-import.ts";

interface ToApply extends WorkOwner {
  readonly importId: string;
  readonly kept: Packed<KeptFile>;
  readonly fileName: string;
  readonly choices: ImportChoices;
}

/** @throws Refusal `not-allowed`, `unavailable` */
export function applyImport(
  { rooms, store, processes, newId }: Resources,
  { statementId, personId, importId, kept, fileName, choices }: ToApply,
  options: RunOptions,
): Promise<ImportOutcome> {
  return rooms.use(statementId, async (room) => {
    const { boroughId } = memberWhoMay(room.record, personId, "import");
    const input = { statementId, importId, kept, choices, fileName };
    const written = await processes.run("write-import", input, options);
    const { slices, kinds, links, suggestions } = written;
    await store.imports.keepToUndo(statementId, importId, written.toUndo);
    const tell = options.tell ?? (() => {});
    const by = { personId, boroughId };
    await applySlices({
      room,
      by,
      slices,
      tell,
      doing: "Writing into the statement",
      first() {
        memberWhoMay(room.record, personId, "import");
        const before = slices.length > 0 ? keepBeforeImport(room) : { drafts: [], kept: {} };
        return {
          drafts: [...before.drafts, importDraft(importId, fileName, written)],
          ...before.kept,
        };
      },
      draftsFor({ itemIds }) {
        const named = itemIds.flatMap((id) => {
          const kind = kinds.get(id);
          return kind === undefined ? [] : { id, kind };
        });
        const given = referencesFor(room.record, named);
        return given ? [given] : [];
      },
    });
    const speak = { room, by, newId, tell };
    const linked = await actEach(speak, "Linking", links, (link, context) => {
      const { requirementId, needId, how, because } = link;
      return meetNeed.decide({ anchor: { itemId: requirementId }, needId, how, because }, context);
    });
    const suggested = await actEach(speak, "Suggesting wording", suggestions, (one, context) =>
      suggestWording.decide(suggestionArgs(one, fileName, context), context),
    );
    await store.imports.addThreads(statementId, importId, [
      ...linked.threadIds,
      ...suggested.threadIds,
    ]);
    return {
      importId,
      added: Object.values(written.counts).reduce((sum, count) => sum + count, 0),
      changed: written.changed,
      links: linked.threadIds.length,
      suggestions: suggested.threadIds.length,
      notices: [...linked.notices, ...suggested.notices],
    };
  });
}

function importDraft(
  importId: string,
  fileName: string,
  { counts, changed, links }: Pick<WrittenImport, "counts" | "changed" | "links">,
): EntryDraft {
  return {
    type: importItems.name,
    facts: {
      importId,
      canUndo: true,
      counts: {
        sections: counts.section,
        outcomes: counts.outcome,
        needs: counts.need,
        requirements: counts.requirement,
        texts: counts.text,
        links: links.length,
        changed,
      },
    },
    words: { fileName },
  };
}

interface Speak {
  readonly room: Room;
  readonly by: { readonly personId: string; readonly boroughId: string };
  readonly newId: () => string;
  readonly tell: NonNullable<RunOptions["tell"]>;
}

/** Entries that are decided and sent at once: a few milliseconds. */
const entriesAtOnce = 40;

/** Says each of them in the person's name; one that is refused is told, and the others are said. */
async function actEach<One extends { readonly where: string }>(
  { room, by, newId, tell }: Speak,
  doing: string,
  all: readonly One[],
  decide: (one: One, context: CommandContext) => EntryDraft,
): Promise<{ threadIds: string[]; notices: Problem[] }> {
  const threadIds: string[] = [];
  const notices: Problem[] = [];
  for (let from = 0; from < all.length; from += entriesAtOnce) {
    tell({ doing, done: from / all.length });
    await room.act(by, () => {
      const member = memberWhoMay(room.record, by.personId, "import");
      const context = commandContext(room, member, newId);
      const drafts = all.slice(from, from + entriesAtOnce).flatMap((one) => {
        try {
          const draft = decide(one, context);
          threadIds.push(String(draft.facts["threadId"]));
          return draft;
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          notices.push({ where: one.where, what: error.message });
          return [];
        }
      });
      return { drafts };
    });
    await setImmediate();
  }
  return { threadIds, notices };
}

/** @throws Refusal when the words it replaces have moved on */
function suggestionArgs(
  { where, reference, itemId: named, field, before, after, by }: ProposedSuggestion,
  fileName: string,
  { record, item }: CommandContext,
): Record<string, unknown> {
  const isThere = named !== undefined && item(named) !== undefined;
  const itemId = isThere ? named : (record.itemsByReference.get(reference) ?? "");
  const standing = item(itemId);
  const now = standing && textOf(standing, field);
  if (!now) throw new Refusal("not-found", `${where} is not in the statement.`);
  const carried = carryOver(before, after, now);
  if (carried.state === "moved-on")
    throw new Refusal(
      "text-changed",
      `${where} says something else by now, so the wording could not be suggested. Compare it by hand.`,
    );
  return {
    anchor: { itemId },
    field,
    seen: textFingerprint(now),
    after: carried.state === "said" ? after : carried.text,
    because: by === "" ? `From ${fileName}.` : `${by} in ${fileName}.`,
  };
}
