/** Somebody who calls the server's API with a session of their own. */
import { z } from "zod";
import { bringAll } from "../exchange/an-import.ts";
import { cellStates } from "../../shared/agreement-row.ts";

export interface Commanded {
  readonly status: number;
  readonly body: unknown;
  /** Of the conversation that it is about; "" when there is none. */
  readonly threadId: string;
}

const board = z.object({
  boroughs: z.array(z.object({ id: z.string(), toLookAt: z.number() })),
  counts: z.object({ agreed: z.number(), objections: z.number(), changed: z.number() }),
  rows: z.array(
    z.object({
      id: z.string(),
      cells: z.array(z.object({ boroughId: z.string(), state: z.enum(cellStates) })),
    }),
  ),
});

const threadOf = z
  .object({ entry: z.object({ facts: z.object({ threadId: z.string() }) }) })
  .transform(({ entry }) => entry.facts.threadId)
  .catch("");

export class Caller {
  readonly #url: string;
  cookie = "";

  constructor(url: string) {
    this.#url = url;
  }

  /** Uses the link that the server printed. */
  async starts(link: string, borough: string): Promise<void> {
    const token = link.split("/").at(-1);
    await this.#ask("POST", "/api/start", { token, name: `An officer of ${borough}`, borough });
  }

  async makesStatement(title: string): Promise<string> {
    const { body } = await this.#ask("POST", "/api/statements", { title });
    return z.object({ id: z.string() }).parse(body).id;
  }

  async brings(statementId: string, csv: string): Promise<void> {
    await bringAll(
      (method, path, body) => this.#send(method, path, body),
      statementId,
      csv,
      "statement.csv",
    );
  }

  /** @returns an editor who agrees for a borough */
  async invites(statementId: string, borough: string): Promise<Caller> {
    const name = `An officer of ${borough}`;
    const invitation = { borough, role: "editor", agrees: true, name };
    const path = `/api/statements/${statementId}/invitations`;
    const { body } = await this.#ask("POST", path, invitation);
    const caller = new Caller(this.#url);
    const { token } = z.object({ token: z.string() }).parse(body);
    await caller.#ask("POST", "/api/join", { token, name });
    return caller;
  }

  async personId(): Promise<string> {
    const { body } = await this.#ask("GET", "/api/me");
    return z.object({ person: z.object({ id: z.string() }) }).parse(body).person.id;
  }

  async commands(statementId: string, name: string, args: unknown): Promise<Commanded> {
    const path = `/api/statements/${statementId}/commands/${name}`;
    const answer = await this.#send("POST", path, args);
    return { ...answer, threadId: threadOf.parse(answer.body) };
  }

  async agreement(statementId: string): Promise<z.output<typeof board>> {
    return board.parse((await this.#ask("GET", `/api/statements/${statementId}/agreement`)).body);
  }

  async record(statementId: string): Promise<unknown[]> {
    const { body } = await this.#ask("GET", `/api/statements/${statementId}/record`);
    return z.object({ entries: z.array(z.unknown()) }).parse(body).entries;
  }

  /** @throws Error when the server says no */
  async #ask(method: string, path: string, body?: unknown): Promise<Omit<Commanded, "threadId">> {
    const answer = await this.#send(method, path, body);
    if (answer.status < 300) return answer;
    throw new Error(`${method} ${path} answers ${answer.status}: ${JSON.stringify(answer.body)}`);
  }

  async #send(method: string, path: string, body?: unknown): Promise<Omit<Commanded, "threadId">> {
    const isForm = body instanceof FormData;
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        ...(this.cookie === "" ? {} : { cookie: this.cookie }),
        ...(body === undefined || isForm ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.cookie = cookie.split(";")[0] ?? "";
    return { status: response.status, body: await response.json() };
  }
}
