/** Tasks in processes of their own: they read what is committed, give back what came of it, and always end. */
import { nanoid } from "nanoid";
import { describe, expect, it } from "vitest";
import { readImport, type ReadImport } from "../../server/exchange/import/read-import.ts";
import { WorkProcesses, type RunOptions } from "../../server/exchange/work/work-processes.ts";
import type { StoredFile } from "../../server/store/file-store.ts";
import { OpenRooms } from "./sync/open-rooms.ts";

const csv = "kind,text\nneed,As a tenant I need to report a leak\n";

interface Owner {
  readonly statementId: string;
  readonly personId: string;
}

/** Reads a small table for an empty statement, as often as one likes. */
class Reader {
  readonly open: OpenRooms;
  readonly processes: WorkProcesses;
  readonly #owner: Owner;
  readonly #sent: StoredFile;

  private constructor(open: OpenRooms, owner: Owner, sent: StoredFile) {
    this.open = open;
    this.processes = new WorkProcesses({ place: { dataDir: open.dataDir, databaseUrl: null } });
    this.#owner = owner;
    this.#sent = sent;
  }

  static async start(words = csv): Promise<Reader> {
    const open = await OpenRooms.start();
    const { id, lead } = await open.statement();
    const sent = await open.store.files.write(nanoid(), [new TextEncoder().encode(words)]);
    return new Reader(open, { statementId: id, personId: lead }, sent);
  }

  reads(options: RunOptions = {}): Promise<ReadImport> {
    const input = { ...this.#owner, importId: "i", fileName: "ours.csv", sent: this.#sent };
    return this.processes.run("read-import", input, options);
  }

  /** The same without a process. */
  readsHere(): Promise<ReadImport> {
    const input = { ...this.#owner, importId: "i", fileName: "ours.csv", sent: this.#sent };
    const now = () => new Date().toISOString();
    return readImport(input, { store: this.open.store, now, tell: () => {} });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.processes.stop();
    await this.open[Symbol.asyncDispose]();
  }
}

describe("a task in its process", () => {
  it("gives back what came of it, the same as here, one after the other", async () => {
    await using reader = await Reader.start();
    const { files } = reader.open.store;
    for (const read of [await reader.reads(), await reader.reads()]) {
      expect(read.state).toBe("preview");
      const here = await reader.readsHere();
      expect(Buffer.from(await files.read(read.view.id)).toString()).toBe(
        Buffer.from(await files.read(here.view.id)).toString(),
      );
    }
  });

  it("is refused in the task's own words", async () => {
    await using reader = await Reader.start("");
    await expect(reader.reads()).rejects.toThrow("The file is empty. Choose another one.");
  });

  it("is stopped when it takes too long, and the next is done", async () => {
    await using reader = await Reader.start();
    await expect(reader.reads({ timeLimitMs: 1 })).rejects.toThrow("too long");
    expect((await reader.reads()).state).toBe("preview");
  });

  it("is stopped when it is cancelled, before or while it runs", async () => {
    await using reader = await Reader.start();
    await expect(reader.reads({ signal: AbortSignal.abort() })).rejects.toThrow("cancelled");
    const controller = new AbortController();
    const running = reader.reads({ signal: controller.signal });
    controller.abort();
    await expect(running).rejects.toThrow("cancelled");
  });

  it("waits for its turn when many are asked for at once", async () => {
    await using reader = await Reader.start();
    const all = await Promise.all(Array.from({ length: 5 }, () => reader.reads()));
    expect(all.map(({ state }) => state)).toEqual(Array(5).fill("preview"));
  });

  it("ends with the server, and what waits then is refused", async () => {
    await using reader = await Reader.start();
    const all = Array.from({ length: 4 }, () => reader.reads());
    const outcomes = Promise.allSettled(all);
    await reader.processes.stop();
    expect((await outcomes).map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
  });
});
