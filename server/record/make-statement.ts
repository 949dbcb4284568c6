/** Makes a statement, empty or with what it begins with, whose maker leads it and agrees for their borough. */
import type * as Y from "yjs";
import type { Member } from "../../shared/access.ts";
import type { EntryDraft } from "../../shared/entry.ts";
import { aboutOf, schemaNumber } from "../../shared/items.ts";
import { Refusal } from "../../shared/refusal.ts";
import { joinDraft } from "../access/join.ts";
import type { Resources } from "../resources.ts";

interface NewStatement {
  /** Who makes it and leads it. */
  readonly personId: string;
  readonly title: string;
  /** Added to the record at once, after the maker's own entry. */
  readonly drafts?: readonly EntryDraft[];
  /** What it begins with, kept in the same act. */
  begin?(maker: Member): Beginning;
}

interface Beginning {
  readonly drafts: readonly EntryDraft[];
  write(doc: Y.Doc): void;
}

/**
 * @returns its id
 * @throws Refusal `not-allowed` for whoever may not start statements
 */
export async function makeStatement(
  resources: Resources,
  { personId, title, drafts = [], begin }: NewStatement,
): Promise<string> {
  const { store, rooms } = resources;
  const person = await store.people.person(personId);
  if (!person || !(await store.people.mayStart(personId))) {
    throw new Refusal(
      "not-allowed",
      "Only a person who leads a statement here can start another one. Ask a lead.",
    );
  }
  const { name, boroughId, boroughName } = person;
  const beginning = begin?.({ personId, name, boroughId, boroughName, role: "lead", agrees: true });
  const id = resources.newId();
  await store.people.addStatement(id, personId, resources.now());
  await rooms.use(id, (room) =>
    room.act({ personId, boroughId }, () => ({
      drafts: [joinDraft(person, "lead", true, null), ...drafts, ...(beginning?.drafts ?? [])],
      write(doc) {
        aboutOf(doc).set("title", title);
        aboutOf(doc).set("schema", schemaNumber);
        beginning?.write(doc);
      },
    })),
  );
  return id;
}
