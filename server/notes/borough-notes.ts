/**
 * Notes that only one borough sees. Promises that nothing of them gets into the text, the record, a
 * frame of the room, a list of statements or a log, and that whoever is of another borough is answered
 * as if there were none.
 */
import type { Member } from "../../shared/access.ts";
import { memberIn, refuseUnlessAllowed } from "../../shared/members.ts";
import { Refusal } from "../../shared/refusal.ts";
import { encodeNotes } from "../../shared/sync/notes.ts";
import type { Resources } from "../resources.ts";
import type { BoroughIn, NewNote, StoredNote } from "../store/note-store.ts";

/** Who asks, in which statement. */
export interface Asking {
  readonly statementId: string;
  readonly member: Member;
}

/** The notes of the member's own borough to which something was done after a number. */
export function notesAfter(
  { store }: Resources,
  asking: Asking,
  revision: number,
): Promise<StoredNote[]> {
  return store.notes.notesAfter(placeOf(asking), revision);
}

/** @throws Refusal `not-allowed`, `not-found` */
export async function writeNote(
  resources: Resources,
  asking: Asking,
  { id, itemId, words }: Pick<NewNote, "id" | "itemId" | "words">,
): Promise<StoredNote> {
  const { store, rooms, now } = resources;
  const { statementId, member } = asking;
  refuseUnlessAllowed(member, "note");
  const isThere =
    itemId === null || (await rooms.use(statementId, (room) => room.item(itemId) !== undefined));
  if (!isThere) throw new Refusal("not-found", "That item is not in this statement.");
  const { personId } = member;
  await store.notes.addNote(placeOf(asking), { id, itemId, personId, at: now(), words });
  return tellAndRead(resources, asking, id);
}

/** @throws Refusal `not-allowed`, `not-found` */
export async function changeNote(
  resources: Resources,
  asking: Asking,
  id: string,
  words: string,
): Promise<StoredNote> {
  const { store, now } = resources;
  await ownNote(resources, asking, id);
  const isDone = await store.notes.changeNote(placeOf(asking), id, words, now());
  if (!isDone) throw noSuchNote();
  return tellAndRead(resources, asking, id);
}

/**
 * Takes a note back, and its words out of the database. Whoever wrote it may, and anybody of the
 * borough who may write notes once the writer is no longer in the statement.
 * @throws Refusal `not-allowed`, `not-found`
 */
export async function withdrawNote(
  resources: Resources,
  asking: Asking,
  id: string,
): Promise<void> {
  const { store, rooms, now } = resources;
  const place = placeOf(asking);
  refuseUnlessAllowed(asking.member, "note");
  const note = await noteOf(resources, place, id);
  const isLeft = await rooms.use(
    asking.statementId,
    ({ record }) => memberIn(record, note.personId) === null,
  );
  if (!isLeft) refuseUnlessOwn(asking.member, note);
  if (!(await store.notes.withdrawNote(place, id, now()))) throw noSuchNote();
  tell(resources, asking);
}

function placeOf({ statementId, member: { boroughId } }: Asking): BoroughIn {
  return { statementId, boroughId };
}

async function ownNote(resources: Resources, asking: Asking, id: string): Promise<StoredNote> {
  refuseUnlessAllowed(asking.member, "note");
  const note = await noteOf(resources, placeOf(asking), id);
  refuseUnlessOwn(asking.member, note);
  return note;
}

async function noteOf({ store }: Resources, place: BoroughIn, id: string): Promise<StoredNote> {
  const note = await store.notes.note(place, id);
  if (!note) throw noSuchNote();
  return note;
}

function refuseUnlessOwn({ personId }: Member, note: StoredNote): void {
  if (note.personId !== personId)
    throw new Refusal("not-allowed", "Only the person who wrote a note can change it.");
}

async function tellAndRead(resources: Resources, asking: Asking, id: string): Promise<StoredNote> {
  const note = await noteOf(resources, placeOf(asking), id);
  tell(resources, asking);
  return note;
}

/** Open pages of the borough hear that there is something new, and ask what. */
function tell({ rooms }: Resources, { statementId, member }: Asking): void {
  rooms.tellBorough(statementId, member.boroughId, notesChanged);
}

const notesChanged = encodeNotes();

/** The same for a note of another borough as for one that there is not. */
function noSuchNote(): Refusal {
  return new Refusal("not-found", "There is no such note.");
}
