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
    await works.put({
      kind: "import",
      id,
      owner,
      revision: 0,
      json: JSON.stringify(one),
      bytes: (one.tables?.bytes ?? 0) + (one.kept?.bytes ?? 0),
      at: this.#settings.now(),
    });
    const wanted = filesOf(one);
    if (before) await this.#removeFiles(filesIn(before).filter((file) => !wanted.includes(file)));
    await this.#makeRoom(owner);
  }

  /** @throws Refusal `not-found` */
  async find(owner: WorkOwner, id: string): Promise<KeptImport> {
    const kept = await this.#settings.store.works.find({ kind: "import", id, owner });
    if (!kept || this.#ageOf(kept) > keptMs)
      throw new Refusal("not-found", "That file is not kept any more. Choose it again.");
    return importIn(kept);
  }

  async forget(owner: WorkOwner, id: string): Promise<void> {
    const kept = await this.#settings.store.works.find({ kind: "import", id, owner });
    if (kept) await this.#drop([kept]);
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
function importIn({ json }: StoredWork): KeptImport {
  return JSON.parse(json) as KeptImport;
}

function filesIn(kept: StoredWork): string[] {
  return filesOf(importIn(kept));
}

function filesOf({ tables, kept }: KeptImport): string[] {
  return [tables, kept].flatMap((file) => (file ? file.id : []));
}
