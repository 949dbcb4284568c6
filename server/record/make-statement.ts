/** Makes an empty statement, whose maker leads it and agrees for their borough. */
import type { EntryDraft } from "../../shared/entry.ts";
import { aboutOf, schemaNumber } from "../../shared/items.ts";
import { Refusal } from "../../shared/refusal.ts";
import { joinDraft } from "../access/join.ts";
import type { Resources } from "../resources.ts";
import type { Person } from "../store/people-store.ts";

interface NewStatement {
  /** Of one that is there already, because it was asked for before, nothing new is made. */
  readonly id: string;
  /** Who makes it and leads it. */
  readonly personId: string;
  readonly title: string;
  /** Added to the record at once, after the maker's own entry. */
  readonly drafts?: readonly EntryDraft[];
}

/**
 * @returns whether it was not there before
 * @throws Refusal `not-allowed` for whoever may not start statements
 */
export async function makeStatement(
  resources: Resources,
  { id, personId, title, drafts = [] }: NewStatement,
): Promise<boolean> {
  const { store, rooms } = resources;
  const person = await personWhoMayStart(resources, personId);
  await store.people.addStatement(id, personId, resources.now());
  const made = await rooms.use(id, (room) =>
    room.act({ personId, boroughId: person.boroughId }, ({ record }) =>
      record.head.number > 0
        ? { drafts: [] }
        : {
            drafts: [joinDraft(person, "lead", true, null), ...drafts],
            write(doc) {
              aboutOf(doc).set("title", title);
              aboutOf(doc).set("schema", schemaNumber);
            },
          },
    ),
  );
  return made.length > 0;
}

/** @throws Refusal `not-allowed` */
export async function personWhoMayStart(
  { store }: Pick<Resources, "store">,
  personId: string,
): Promise<Person> {
  const person = await store.people.person(personId);
  if (person && (await store.people.mayStart(personId))) return person;
  throw new Refusal(
    "not-allowed",
    "Only a person who leads a statement here can start another one. Ask a lead.",
  );
}
