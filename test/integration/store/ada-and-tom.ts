/** Two people of two boroughs, for the tests of what the store keeps of people. */
import type { PeopleStore } from "../../../server/store/people-store.ts";

export const at = "2026-05-14T09:00:00.000Z";
export const later = "2026-05-14T10:00:00.000Z";
export const camden = { id: "camden", name: "Camden" };
export const hackney = { id: "hackney", name: "Hackney" };
export const ada = { id: "ada", name: "Ada", boroughId: "camden", at };
export const tom = { id: "tom", name: "Tom", boroughId: "hackney", at };

/** Keeps both, and their boroughs. */
export async function withBoth(people: PeopleStore): Promise<void> {
  for (const borough of [hackney, camden]) await people.keepBorough(borough);
  for (const person of [ada, tom]) await people.addPerson(person);
}
