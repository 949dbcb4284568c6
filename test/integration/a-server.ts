/** A real server in a folder of its own, and people who call it as a browser does: with a cookie each. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Role } from "../../shared/access.ts";
import { entryOf } from "./entry-of.ts";
import { startApp, type App } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import type { Entry } from "../../shared/entry.ts";
import { somewhereEmpty, type WhereKept } from "./where-kept.ts";

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  /** Parsed JSON, or the text. */
  readonly body: unknown;
}

export class AServer {
  readonly dataDir: string;
  readonly #kept: WhereKept;
  readonly #settings: Readonly<Record<string, string>>;
  #app: App;

  private constructor(
    dataDir: string,
    kept: WhereKept,
    settings: Readonly<Record<string, string>>,
    app: App,
  ) {
    this.dataDir = dataDir;
    this.#kept = kept;
    this.#settings = settings;
    this.#app = app;
  }

  /** On an empty folder; the folder goes when `Symbol.asyncDispose` is called. */
  static async start(settings: Record<string, string> = {}): Promise<AServer> {
    const dataDir = await mkdtemp(join(tmpdir(), "needline-"));
    const kept = await somewhereEmpty();
    const all = { ...kept.settings, ...settings };
    return new AServer(dataDir, kept, all, await startIn(dataDir, all));
  }

  get url(): string {
    return this.#app.url;
  }

  get startLink(): string | null {
    return this.#app.startLink;
  }

  /** Stops and starts again in the same folder, on another port. */
  async restart(): Promise<void> {
    await this.#app.stop();
    this.#app = await startIn(this.dataDir, this.#settings);
  }

  stop(): Promise<void> {
    return this.#app.stop();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#app.stop();
    await this.#kept[Symbol.asyncDispose]();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Somebody whose browser has no session yet. */
  visitor(): Caller {
    return new Caller(this);
  }

  /** The first person: uses the start link. */
  async first(name: string, borough: string): Promise<Caller> {
    const token = this.startLink?.split("/").at(-1);
    const caller = this.visitor();
    const { status } = await caller.post("/api/start", { token, name, borough });
    if (status !== 200) throw new Error(`the start link answers ${status}`);
    return caller;
  }
}

export class Caller {
  readonly #server: { readonly url: string };
  cookie: string | null = null;

  constructor(server: { readonly url: string }) {
    this.#server = server;
  }

  get(path: string): Promise<Answer> {
    return this.call("GET", path);
  }

  post(path: string, body?: unknown): Promise<Answer> {
    return this.call("POST", path, body);
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.#server.url + path, {
      method,
      redirect: "manual",
      headers: {
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
        ...(body === undefined || body instanceof FormData
          ? {}
          : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : {
            body:
              typeof body === "string" || body instanceof FormData ? body : JSON.stringify(body),
          }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      this.cookie = cookie.split(";")[0] ?? null;
    }
    const type = response.headers.get("content-type") ?? "";
    return {
      status: response.status,
      type,
      headers: response.headers,
      body: type.includes("json") ? await response.json() : await response.text(),
    };
  }

  /** Makes a statement. @returns its id */
  async makes(title: string): Promise<string> {
    const { status, body } = await this.post("/api/statements", { title });
    if (status !== 201) throw new Error(`making a statement answers ${status}`);
    return z.object({ id: z.string() }).parse(body).id;
  }

  /** Makes an invitation. @returns its id and token */
  async invites(
    statementId: string,
    invitation: { borough?: string; role: Role; agrees?: boolean; name?: string },
  ): Promise<{ id: string; token: string; url: string }> {
    const path = `/api/statements/${statementId}/invitations`;
    const { status, body } = await this.post(path, { borough: "hackney", ...invitation });
    if (status !== 201) throw new Error(`inviting answers ${status}: ${JSON.stringify(body)}`);
    return z.object({ id: z.string(), token: z.string(), url: z.string() }).parse(body);
  }

  joins(token: string, name: string): Promise<Answer> {
    return this.post("/api/join", { token, name });
  }

  async personId(): Promise<string> {
    const { body } = await this.get("/api/me");
    return z.object({ person: z.object({ id: z.string() }) }).parse(body).person.id;
  }

  /** The statement's whole record. */
  async record(statementId: string): Promise<Entry[]> {
    const { body } = await this.get(`/api/statements/${statementId}/record`);
    return z
      .object({ entries: z.array(z.unknown()) })
      .parse(body)
      .entries.map(entryOf);
  }
}

/** A lead, with somebody of a role who joined by invitation. */
export async function joinedBy(
  server: { visitor(): Caller },
  lead: Caller,
  statementId: string,
  role: Role,
  name = `A ${role}`,
  agrees = false,
): Promise<Caller> {
  const { token } = await lead.invites(statementId, { role, agrees, name });
  const caller = server.visitor();
  const { status } = await caller.joins(token, name);
  if (status !== 200) throw new Error(`joining answers ${status}`);
  return caller;
}

/** The code of a refusal, which has to be a whole one. */
export function codeOf({ status, type, body }: Answer): string {
  const problem = z
    .object({
      type: z.literal("about:blank"),
      title: z.string().min(1),
      status: z.literal(status),
      detail: z.string().min(1),
      code: z.string(),
      problems: z.array(z.object({ where: z.string(), what: z.string().min(1) })).optional(),
    })
    .strict()
    .parse(body);
  if (!type.startsWith("application/problem+json")) throw new Error(`the answer is ${type}`);
  return problem.code;
}

function startIn(dataDir: string, settings: Readonly<Record<string, string>>): Promise<App> {
  return startApp(readConfig({ DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "error", ...settings }));
}
