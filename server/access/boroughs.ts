/** Which organisation somebody means: one of the London boroughs, one that takes part here, or a new one. */
import { boroughIdOf, findBorough, londonBoroughs, type Borough } from "../../shared/boroughs.ts";
import type { Resources } from "../resources.ts";

/** The London boroughs, then the other organisations that take part here. */
export async function knownBoroughs(resources: Resources): Promise<Borough[]> {
  const kept = await resources.store.people.boroughs();
  const london = new Set(londonBoroughs.map(({ id }) => id));
  return [...londonBoroughs, ...kept.filter(({ id }) => !london.has(id))];
}

/**
 * The organisation of that id or name, whatever its case; an unknown name is a new organisation.
 * It is kept before it is answered, so that people can belong to it.
 */
export async function boroughFor(resources: Resources, idOrName: string): Promise<Borough> {
  const known = await knownBoroughs(resources);
  const borough = findBorough(known, idOrName) ?? newBorough(resources, known, idOrName);
  await resources.store.people.keepBorough(borough);
  return borough;
}

function newBorough(resources: Resources, known: readonly Borough[], name: string): Borough {
  const id = boroughIdOf(name);
  // A name in another script leaves no letters for an id, or the few that another name leaves.
  const isFree = id !== "" && known.every((borough) => borough.id !== id);
  return { id: isFree ? id : `organisation-${resources.newId()}`, name };
}
