/** A server of its own with one person, who brings files in and takes files out over the API. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startApp, type App } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import type { ExportFormatId } from "../../shared/export-formats.ts";
import { AnImport } from "../exchange/an-import.ts";

type Bytes = Uint8Array<ArrayBuffer>;

interface Watched {
  readonly state: string;
  readonly revision: number;
}

export class ThroughServer {
  readonly #app: App;
  readonly #dataDir: string;
  #cookie = "";

  private constructor(app: App, dataDir: string) {
    this.#app = app;
    this.#dataDir = dataDir;
  }

  static async start(): Promise<ThroughServer> {
    const dataDir = await mkdtemp(join(tmpdir(), "needline-files-"));
    const app = await startApp(readConfig({ DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "error" }));
    const server = new ThroughServer(app, dataDir);
    const token = app.startLink?.split("/").at(-1);
    await server.#asks("POST", "/api/start", { token, name: "A. Checker", borough: "camden" });
    return server;
  }

  async stop(): Promise<void> {
    await this.#app.stop();
    await rm(this.#dataDir, { recursive: true, force: true });
  }

  async makes(title: string): Promise<string> {
    const { body } = await this.#asks("POST", "/api/statements", { title });
    return (body as { id: string }).id;
  }

  async reads(statementId: string, file: Bytes, name: string): Promise<AnImport> {
    const one = new AnImport((method, path, body) => this.#asks(method, path, body), statementId);
    await one.reads(file, name);
    return one;
  }

  /** What the server answers at an address. */
  async asks(path: string): Promise<unknown> {
    return (await this.#asks("GET", path)).body;
  }

  async takesOut(statementId: string, format: ExportFormatId, asked = {}): Promise<Bytes> {
    const path = `/api/statements/${statementId}`;
    const { body } = await this.#asks("POST", `${path}/exports`, { format, ...asked });
    const { workId } = body as { workId: string };
    for (let after = 0; ;) {
      const watched = await this.#asks("GET", `${path}/works/${workId}?after=${after}`);
      const { state, revision } = watched.body as Watched;
      if (state === "refused") throw new Error(JSON.stringify(watched.body));
      if (state === "done") break;
      after = revision;
    }
    const answer = await this.#sends("GET", `${path}/works/${workId}/file`);
    return new Uint8Array(await answer.arrayBuffer());
  }

  async #asks(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown }> {
    const answer = await this.#sends(method, path, body);
    return { status: answer.status, body: await answer.json() };
  }

  async #sends(method: string, path: string, body?: unknown): Promise<Response> {
    const isForm = body instanceof FormData;
    const answer = await fetch(this.#app.url + path, {
      method,
      headers: {
        cookie: this.#cookie,
        ...(body === undefined || isForm ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    for (const cookie of answer.headers.getSetCookie()) this.#cookie = cookie.split(";")[0] ?? "";
    return answer;
  }
}
