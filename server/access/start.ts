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

/**
 * Lets the first person in.
 * @returns the person and the secret for the session cookie
 * @throws Refusal `link-used`
 */
export async function start(
  resources: Resources,
  { token, name, borough }: { token: string; name: string; borough: string },
): Promise<{ person: Person; session: string }> {
  await checkStartToken(resources, token);
  const { id: boroughId, name: boroughName } = await boroughFor(resources, borough);
  const person = { id: resources.newId(), name, boroughId, boroughName };
  const added = { ...person, at: resources.now() };
  if (!(await resources.store.people.useStartToken(token, added))) throw startLinkUsed();
  return { person, session: await startSession(resources, person.id) };
}

function startLinkUsed(): Refusal {
  return new Refusal(
    "link-used",
    "This start link was used already, or is not the one that this server printed. Ask whoever used it for an invitation.",
  );
}
