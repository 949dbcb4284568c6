/**
 * The start link: on a server without people it lets one person in, who may then start statements.
 * It holds, the same at each start of the server, until somebody used it.
 */
import { Refusal } from "../../shared/refusal.ts";
import type { Resources } from "../resources.ts";
import type { Person } from "../store/people-store.ts";
import { boroughFor } from "./boroughs.ts";
import { startSession } from "./sessions.ts";

/** The token of the start link, or null once somebody used it. */
export function startToken(resources: Resources): Promise<string | null> {
  return resources.store.people.startToken(resources.newToken());
}

/** @throws Refusal `link-used` when the link does not work any more */
export async function checkStartToken(resources: Resources, token: string): Promise<void> {
  if ((await startToken(resources)) !== token) throw startLinkUsed();
}

interface Starting {
  readonly token: string;
  readonly name: string;
  readonly borough: string;
  /** Of the person and of their session. One who came in before, and did not hear so, is let in again. */
  readonly named: { readonly id: string; readonly token: string };
}

/**
 * Lets the first person in.
 * @throws Refusal `link-used`
 */
export async function start(
  resources: Resources,
  { token, name, borough, named }: Starting,
): Promise<Person> {
  const known = await resources.store.people.person(named.id);
  const person = known ?? (await firstPerson(resources, { token, name, borough, named }));
  await startSession(resources, person.id, named.token);
  return person;
}

async function firstPerson(
  resources: Resources,
  { token, name, borough, named: { id } }: Starting,
): Promise<Person> {
  await checkStartToken(resources, token);
  const { id: boroughId, name: boroughName } = await boroughFor(resources, borough);
  const person = { id, name, boroughId, boroughName };
  const added = { ...person, at: resources.now() };
  if (!(await resources.store.people.useStartToken(token, added))) throw startLinkUsed();
  return person;
}

function startLinkUsed(): Refusal {
  return new Refusal(
    "link-used",
    "This start link was used already, or is not the one that this server printed. Ask whoever used it for an invitation.",
  );
}
