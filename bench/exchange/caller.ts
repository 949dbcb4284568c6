/** Somebody who exports and imports over HTTP, as a page does. */
import { z } from "zod";
import type { ExportFormatId } from "../../shared/export-formats.ts";

const work = z.object({
  revision: z.number(),
  state: z.enum(["waiting", "running", "done", "refused"]),
  refusal: z.object({ detail: z.string() }).optional(),
});

export class Caller {
  readonly #url: string;
  readonly cookie: string;

  constructor(url: string, cookie: string) {
    this.#url = url;
    this.cookie = cookie;
  }

  /** The first person of a new server. */
  static async start(url: string, startLink: string): Promise<Caller> {
    const token = startLink.split("/").at(-1);
    const response = await fetch(`${url}/api/start`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token, name: "Ada", borough: "camden" }),
    });
    const [cookie = ""] = response.headers.getSetCookie();
    return new Caller(url, cookie.split(";")[0] ?? "");
  }

  async makes(title: string): Promise<string> {
    const made = await this.#asks("/api/statements", JSON.stringify({ title }));
    return z.object({ id: z.string() }).parse(made).id;
  }

  async exports(statementId: string, format: ExportFormatId): Promise<Uint8Array> {
    const path = `/api/statements/${statementId}`;
    const begun = await this.#asks(`${path}/exports`, JSON.stringify({ format }));
    return this.#file(path, begun);
  }

  async keepsVersion(statementId: string): Promise<void> {
    const path = `/api/statements/${statementId}/commands/make-version`;
    await this.#asks(path, JSON.stringify({ name: "For legal" }));
  }

  /** The first version with now, as the page shows it. */
  async compares(statementId: string): Promise<Uint8Array> {
    const path = `/api/statements/${statementId}/compare?from=1&to=now`;
    const answer = await fetch(this.#url + path, { headers: this.#headers });
    return new Uint8Array(await answer.arrayBuffer());
  }

  async comparesInWord(statementId: string): Promise<Uint8Array> {
    const path = `/api/statements/${statementId}`;
    const sides = JSON.stringify({ from: "1", to: "now" });
    return this.#file(path, await this.#asks(`${path}/compare/word`, sides));
  }

  /** As far as the preview. @returns the import's id */
  async previews(statementId: string, name: string, bytes: Uint8Array): Promise<string> {
    const path = `/api/statements/${statementId}`;
    const body = new FormData();
    body.set("file", new File([new Uint8Array(bytes)], name));
    const begun = await this.#asks(`${path}/imports`, body);
    await this.#file(path, begun);
    return z.object({ importId: z.string() }).parse(begun).importId;
  }

  /** Brings all of it in. */
  async applies(statementId: string, importId: string): Promise<null> {
    const path = `/api/statements/${statementId}`;
    const all = JSON.stringify({ left: [], answers: {}, kinds: {} });
    await this.#follows(path, await this.#asks(`${path}/imports/${importId}/apply`, all));
    return null;
  }

  async undoes(statementId: string, importId: string): Promise<null> {
    const path = `/api/statements/${statementId}`;
    await this.#follows(path, await this.#asks(`${path}/imports/${importId}/undo`, "{}"));
    return null;
  }

  get #headers(): Record<string, string> {
    return { cookie: this.cookie };
  }

  async #file(path: string, begun: unknown): Promise<Uint8Array> {
    const address = `${this.#url}${path}/works/${await this.#follows(path, begun)}/file`;
    const file = await fetch(address, { headers: this.#headers });
    return new Uint8Array(await file.arrayBuffer());
  }

  async #follows(path: string, begun: unknown): Promise<string> {
    const { workId } = z.object({ workId: z.string() }).parse(begun);
    let now: z.output<typeof work> = { revision: 0, state: "waiting" };
    while (now.state === "waiting" || now.state === "running") {
      const address = `${this.#url}${path}/works/${workId}?after=${now.revision}`;
      now = work.parse(await (await fetch(address, { headers: this.#headers })).json());
    }
    if (now.refusal) throw new Error(now.refusal.detail);
    return workId;
  }

  async #asks(path: string, body: string | FormData): Promise<unknown> {
    const json = typeof body === "string" ? { "content-type": "application/json" } : {};
    const headers = { ...this.#headers, ...json };
    const response = await fetch(`${this.#url}${path}`, { method: "POST", headers, body });
    const said: unknown = await response.json();
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(said)}`);
    return said;
  }
}
