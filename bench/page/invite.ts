/** Somebody new in a statement, by an invitation as in life. */
import { z } from "zod";

const boroughs = ["camden", "hackney", "islington", "barnet", "brent"];

/** @returns the session of an editor with that number */
export async function invite(
  url: string,
  lead: string,
  statementId: string,
  number: number,
): Promise<string> {
  const name = `Person ${number}`;
  const borough = boroughs[number % boroughs.length];
  const path = `/api/statements/${statementId}/invitations`;
  const invited = await post(`${url}${path}`, { borough, role: "editor", name }, lead);
  const { token } = z.object({ token: z.string() }).parse(await invited.json());
  const joined = await post(`${url}/api/join`, { token, name });
  const [cookie = ""] = joined.headers.getSetCookie();
  return cookie.split(";")[0] ?? "";
}

async function post(address: string, body: object, cookie?: string): Promise<Response> {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(cookie === undefined ? {} : { cookie }) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
