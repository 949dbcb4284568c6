/** Brings files in over the API, step by step, as the page does. */
import { takeAll, type ImportChoices, type ImportPreview } from "../../shared/import-changes.ts";
import type { TableMapping, TableView } from "../../shared/table-mapping.ts";

type Bytes = string | Uint8Array<ArrayBuffer>;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Asks the server as one person; a `FormData` is sent as it is. */
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

interface Started {
  readonly importId: string;
  readonly workId: string;
}

interface Watched {
  readonly state: string;
  readonly revision: number;
  readonly answer?: unknown;
  readonly refusal?: {
    readonly code: string;
    readonly detail: string;
    readonly problems: unknown[];
  };
}

/**
 * Brings all of a file in, its columns read as they are guessed.
 * @throws Error when it is refused
 */
export async function bringAll(
  ask: Ask,
  statementId: string,
  file: Bytes,
  name = "ours.csv",
): Promise<AnImport> {
  const one = new AnImport(ask, statementId);
  const { status, body } = await one.reads(file, name);
  if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
  if (one.view) await one.maps();
  if (!one.refusal) await one.applies();
  if (one.refusal) throw new Error(`${name}: ${JSON.stringify(one.refusal)}`);
  return one;
}

/** One file of one person. */
export class AnImport {
  readonly #ask: Ask;
  readonly #path: string;
  importId = "";
  /** The table, while its columns are to be chosen. */
  view: TableView | null = null;
  preview: ImportPreview | null = null;
  /** Why the last step was refused, or null. */
  refusal: Watched["refusal"] | null = null;

  constructor(ask: Ask, statementId: string) {
    this.#ask = ask;
    this.#path = `/api/statements/${statementId}`;
  }

  /** @returns the answer to sending it; what came of reading it is in the fields */
  async reads(file: Bytes, name = "ours.csv"): Promise<Answer> {
    const form = new FormData();
    form.set("file", new Blob([file]), name);
    const answer = await this.#ask("POST", `${this.#path}/imports`, form);
    if (answer.status === 200) await this.#follows(answer.body as Started);
    return answer;
  }

  async maps(change: Partial<TableMapping> = {}): Promise<void> {
    if (!this.view) throw new Error("There are no columns to choose");
    const mapping = { ...this.view.mapping, ...change };
    await this.#follows(await this.#posts("columns", mapping));
  }

  async applies(choices: Partial<ImportChoices> = {}): Promise<unknown> {
    return this.#watches(await this.#posts("apply", { ...takeAll, ...choices }));
  }

  /** Asks for it as often at the same time. @returns for each what came of it, or why it was refused */
  async appliesAtOnce(times: number): Promise<unknown[]> {
    const asked = Array.from({ length: times }, () => this.#posts("apply", takeAll));
    const ends = await Promise.all(asked.map(async (started) => this.#endOf(await started)));
    return ends.map(({ answer, refusal }) => answer ?? refusal?.code);
  }

  async undoes(): Promise<unknown> {
    return this.#watches(await this.#posts("undo", {}));
  }

  /** Takes a step as somebody does who may ask for it again. @returns the work, and what came of it */
  async steps(step: "apply" | "undo", key: string): Promise<{ workId: string; answer: unknown }> {
    const started = await this.#posts(step, step === "apply" ? takeAll : {}, {
      "idempotency-key": key,
    });
    return { workId: started.workId, answer: await this.#watches(started) };
  }

  /** What becomes of each row, by how often. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { state } of this.preview?.changes ?? []) counts[state] = (counts[state] ?? 0) + 1;
    return counts;
  }

  async #posts(step: string, body: unknown, headers = {}): Promise<Started> {
    const path = `${this.#path}/imports/${this.importId}/${step}`;
    const answer = await this.#ask("POST", path, body, headers);
    if (answer.status !== 200) throw new Error(`${step}: ${JSON.stringify(answer.body)}`);
    return answer.body as Started;
  }

  async #follows(started: Started): Promise<void> {
    this.importId = started.importId;
    const answer = (await this.#watches(started)) as { step: string } | null;
    if (answer === null) return;
    const { body } = await this.#ask("GET", `${this.#path}/works/${started.workId}/file`);
    if (answer.step === "columns") this.view = body as TableView;
    else this.preview = body as ImportPreview;
  }

  /** @returns what came of it, or null when it was refused */
  async #watches(started: Started): Promise<unknown> {
    const { answer, refusal } = await this.#endOf(started);
    this.refusal = refusal ?? null;
    return answer ?? null;
  }

  async #endOf({ workId }: Started): Promise<Watched> {
    let after = 0;
    for (;;) {
      const { body } = await this.#ask("GET", `${this.#path}/works/${workId}?after=${after}`);
      const seen = body as Watched;
      after = seen.revision;
      if (seen.state === "done" || seen.state === "refused") return seen;
    }
  }
}
