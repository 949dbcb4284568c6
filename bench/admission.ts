/** How people get in: through the peers' open doors, and into Needline as people do, by a start link and invitations. */
import { request, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { londonBoroughs } from "../shared/boroughs.ts";
import { schemaNumber } from "../shared/items.ts";
import type { DialectName } from "./driver/dialects.ts";
import type { Plan, Ticket } from "./driver/plan.ts";
import type { Ready } from "./servers/tell-ready.ts";

export type Door = Pick<Plan, "documentName" | "tickets" | "others">;

/** How many boroughs write together. */
const boroughs = londonBoroughs.slice(0, 5);

const startLinkSchema = z.string().regex(/\/start\/[^/]+$/);
const madeSchema = z.object({ id: z.string() });
const invitedSchema = z.object({ token: z.string() });

/** @param people how many will type */
export async function openDoor(dialect: DialectName, ready: Ready, people: number): Promise<Door> {
  if (dialect === "needline") return await invitePeople(ready, people);
  const documentName = "statement";
  const ticket: Ticket = { url: `${socketUrl(ready.url)}/${documentName}`, headers: {} };
  return { documentName, tickets: Array.from({ length: people }, () => ticket), others: ticket };
}

/** Each person has an invitation, a session and a borough of their own, as each has in life. */
async function invitePeople({ url, startLink }: Ready, people: number): Promise<Door> {
  const token = startLinkSchema.parse(startLink).split("/").at(-1);
  const first = boroughs[0]?.id;
  const started = await post(url, "/api/start", { token, name: "Lead", borough: first });
  const lead = cookieOf(started);
  const statement = madeSchema.parse(
    await json(post(url, "/api/statements", { title: "Many people" }, { cookie: lead })),
  );
  const ticketFor = (cookie: string): Ticket => ({
    url: `${socketUrl(url)}/sync/${statement.id}?schema=${schemaNumber}`,
    headers: { Cookie: cookie, Origin: url },
  });
  const tickets: Ticket[] = [];
  for (let number = 0; number < people; number++) {
    const borough = boroughs[number % boroughs.length]?.id;
    const name = `Person ${number}`;
    const asked = { borough, role: "editor", name };
    const path = `/api/statements/${statement.id}/invitations`;
    const invited = invitedSchema.parse(await json(post(url, path, asked, { cookie: lead })));
    const joined = await post(url, "/api/join", { token: invited.token, name }, { number });
    tickets.push(ticketFor(cookieOf(joined)));
  }
  return { documentName: statement.id, tickets, others: ticketFor(lead) };
}

interface Answer {
  readonly cookie: string | undefined;
  readonly body: string;
}

interface Asking {
  readonly cookie?: string;
  /** Whose turn it is: every few people sit behind an address of their own. */
  readonly number?: number;
}

/** Needline lets 300 people a minute in from one address. All of 127.0.0.0/8 is this machine, on Linux. */
const peopleBehindAnAddress = 200;

/** Throws unless the answer is a success. */
async function post(
  url: string,
  path: string,
  body: object,
  { cookie, number = 0 }: Asking = {},
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const address = Math.floor(number / peopleBehindAnAddress);
  const asked = request(`${url}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(cookie === undefined ? {} : { cookie }) },
    ...(address > 0 ? { localAddress: `127.0.0.${address + 1}` } : {}),
  });
  asked.on("response", resolve).on("error", reject).end(JSON.stringify(body));
  const answer = await promise;
  const said = await text(answer);
  const { statusCode = 0 } = answer;
  if (statusCode < 200 || statusCode > 299) {
    throw new Error(`${path} answered ${statusCode}: ${said}`);
  }
  return { cookie: answer.headers["set-cookie"]?.[0], body: said };
}

async function json(answer: Promise<Answer>): Promise<unknown> {
  return JSON.parse((await answer).body);
}

function cookieOf({ cookie }: Answer): string {
  if (cookie === undefined) throw new Error("The server gave no session.");
  return cookie.split(";")[0] ?? "";
}

function socketUrl(url: string): string {
  return url.replace(/^http/, "ws");
}
