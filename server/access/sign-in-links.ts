/** Sign-in links: a lead gives one to a person of the statement who has a new device. It works once, for 7 days. */
import { memberIn, memberWhoMay } from "../../shared/members.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { Resources } from "../resources.ts";
import { personOfSession, sessionEnd } from "./sessions.ts";
import { hashToken } from "./tokens.ts";

const validMs = 7 * 24 * 60 * 60 * 1000;

interface SignInLinkToMake {
  readonly statementId: string;
  readonly by: string;
  readonly personId: string;
  /** Of one that is there already, because it was asked for before, nothing new is made. */
  readonly named: { readonly token: string };
}

/**
 * A fresh link for a person of the statement.
 * @param by the lead who asks for it
 * @returns its token, shown once and not kept
 * @throws Refusal `not-found`, `not-allowed`
 */
export async function makeSignInLink(
  resources: Resources,
  { statementId, by, personId, named: { token } }: SignInLinkToMake,
): Promise<string> {
  await resources.rooms.use(statementId, ({ record }) => {
    memberWhoMay(record, by, "manage-people");
    if (!memberIn(record, personId))
      throw new Refusal("not-found", "That person is not in this statement.");
  });
  const now = resources.now();
  const until = new Date(Date.parse(now) + validMs).toISOString();
  await resources.store.people.addSignInLink(hashToken(token), personId, now, until);
  return token;
}

/**
 * Signs in by a link, once: nobody's link is used up without a session. The same asked again, under the same secret, finds its session.
 * @param session the secret for the session cookie
 * @throws Refusal `link-used`
 */
export async function signIn(resources: Resources, token: string, session: string): Promise<void> {
  const now = resources.now();
  const begun = { tokenHash: hashToken(session), until: sessionEnd(now) };
  if (await resources.store.people.useSignInLink(hashToken(token), now, begun)) return;
  if (await personOfSession(resources, session)) return;
  throw new Refusal(
    "link-used",
    "This sign-in link was used already or is too old. Ask a lead of your statement for a new one.",
  );
}
