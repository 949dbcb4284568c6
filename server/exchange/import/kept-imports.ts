/**
 * Files between being chosen and being brought in: what was read of them, kept for a while for the person
 * who chose them, who may go on with them on any server. Nothing of it is in the statement.
 */
import { Refusal } from "../../../shared/refusal.ts";
import type { FileStore } from "../../store/file-store.ts";
import type { StoredWork, WorkStore } from "../../store/work-store.ts";
import type { Tables } from "../table/sheet.ts";
import type { WorkOwner } from "../work/works.ts";
import type { Packed } from "../work/packed.ts";
import type { KeptFile } from "./read-import.ts";

export interface KeptImport {
  readonly fileName: string;
  /** A table's cells; null for other files, and until it was read. */
  readonly tables: Packed<Tables> | null;
  readonly shape: string;
  /** What came of reading it; null until its columns are chosen. */
  readonly kept: Packed<KeptFile> | null;
}

/** As it is written down. */
interface WrittenImport extends KeptImport {
  /** The work that brings it in. */
  readonly workId?: string | undefined;
}

const keptMs = 60 * 60_000;
/** All together; the oldest goes first. */
const mostBytes = 256 * 1024 * 1024;
/** Of one person. */
const mostOfOne = 5;

interface KeptImportsSettings {
  readonly store: { readonly works: WorkStore; readonly files: FileStore };
  /** ISO 8601, UTC. */
  now(): string;
}

export class KeptImports {
  readonly #settings: KeptImportsSettings;

  constructor(settings: KeptImportsSettings) {
    this.#settings = settings;
  }

  /** Keeps it anew, in the place of what was kept under its id. */
  async keep(owner: WorkOwner, id: string, one: KeptImport): Promise<void> {
    const { works } = this.#settings.store;
    const before = await works.find({ kind: "import", id, owner });
    const workId = before ? importIn(before).workId : undefined;
    await works.put({
      kind: "import",
      id,
      owner,
      revision: (before?.revision ?? 0) + 1,
      json: JSON.stringify({ ...one, workId } satisfies WrittenImport),
      bytes: (one.tables?.bytes ?? 0) + (one.kept?.bytes ?? 0),
      at: this.#settings.now(),
    });
    const wanted = filesOf(one);
    if (before) await this.#removeFiles(filesIn(before).filter((file) => !wanted.includes(file)));
    await this.#makeRoom(owner);
  }

  /** @throws Refusal `not-found` */
  async find(owner: WorkOwner, id: string): Promise<KeptImport> {
    return importIn(await this.#stored(owner, id));
  }

  /**
   * To bring it in: of several who ask, on whichever servers, one has it, until their work has failed.
   * @param workId of whoever asks
   * @param isGoingOn whether the work that took it before still has it
   * @throws Refusal `not-found`, `already-so`
   */
  async take(
    owner: WorkOwner,
    id: string,
    workId: string,
    isGoingOn: (workId: string) => Promise<boolean>,
  ): Promise<KeptImport> {
    const stored = await this.#stored(owner, id);
    const one = importIn(stored);
    const isTaken = one.workId !== undefined && (await isGoingOn(one.workId));
    const { revision, bytes, at } = stored;
    const json = JSON.stringify({ ...one, workId } satisfies WrittenImport);
    const now = { revision: revision + 1, json, bytes, at };
    if (isTaken || !(await this.#settings.store.works.change(id, now, revision)))
      throw new Refusal(
        "already-so",
        "This file is being brought in already. Wait for that, and look what came of it.",
      );
    return one;
  }

  async forget(owner: WorkOwner, id: string): Promise<void> {
    const kept = await this.#settings.store.works.find({ kind: "import", id, owner });
    if (kept) await this.#drop([kept]);
  }

  async #stored(owner: WorkOwner, id: string): Promise<StoredWork> {
    const kept = await this.#settings.store.works.find({ kind: "import", id, owner });
    if (!kept || this.#ageOf(kept) > keptMs)
      throw new Refusal("not-found", "That file is not kept any more. Choose it again.");
    return kept;
  }

  async #makeRoom({ personId }: WorkOwner): Promise<void> {
    let bytes = 0;
    let own = 0;
    const tooMany: StoredWork[] = [];
    for (const kept of await this.#settings.store.works.all("import")) {
      const isOwn = kept.owner.personId === personId;
      bytes += kept.bytes;
      if (isOwn) own += 1;
      if (bytes > mostBytes || (isOwn && own > mostOfOne) || this.#ageOf(kept) > keptMs)
        tooMany.push(kept);
    }
    await this.#drop(tooMany);
  }

  async #drop(all: readonly StoredWork[]): Promise<void> {
    await this.#settings.store.works.remove(all.map(({ id }) => id));
    await this.#removeFiles(all.flatMap(filesIn));
  }

  async #removeFiles(ids: readonly string[]): Promise<void> {
    await this.#settings.store.files.remove(ids);
  }

  #ageOf({ at }: StoredWork): number {
    return Date.parse(this.#settings.now()) - Date.parse(at);
  }
}

/** As `keep` wrote it, here or on another server of the same release. */
function importIn({ json }: StoredWork): WrittenImport {
  return JSON.parse(json) as WrittenImport;
}

function filesIn(kept: StoredWork): string[] {
  return filesOf(importIn(kept));
}

function filesOf({ tables, kept }: KeptImport): string[] {
  return [tables, kept].flatMap((file) => (file ? file.id : []));
}
