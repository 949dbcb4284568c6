/**
 * Files between being chosen and being brought in: what was read of them, kept for a while for the person
 * who chose them. Nothing of it is in the statement.
 */
import { Refusal } from "../../../shared/refusal.ts";
import type { FileStore } from "../../store/file-store.ts";
import type { Tables } from "../table/sheet.ts";
import type { WorkOwner } from "../work/works.ts";
import type { Packed } from "./packed.ts";
import type { KeptFile } from "./read-import.ts";

export interface KeptImport {
  readonly id: string;
  readonly owner: WorkOwner;
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
  readonly files: FileStore;
  problem(error: unknown): void;
}

export class KeptImports {
  readonly #settings: KeptImportsSettings;
  readonly #imports = new Map<
    string,
    { readonly one: KeptImport; readonly timer: NodeJS.Timeout }
  >();

  constructor(settings: KeptImportsSettings) {
    this.#settings = settings;
  }

  /** Keeps it anew, in the place of what was kept under its id. */
  keep(one: KeptImport): void {
    this.#drop(one.id, filesOf(one));
    const timer = setTimeout(() => this.#drop(one.id), keptMs).unref();
    this.#imports.set(one.id, { one, timer });
    this.#makeRoom(one.owner);
  }

  /** @throws Refusal `not-found` */
  find(owner: WorkOwner, id: string): KeptImport {
    const kept = this.#imports.get(id)?.one;
    const isOwn =
      kept?.owner.personId === owner.personId && kept.owner.statementId === owner.statementId;
    if (!isOwn) throw new Refusal("not-found", "That file is not kept any more. Choose it again.");
    return kept;
  }

  forget({ personId, statementId }: WorkOwner, id: string): void {
    const kept = this.#imports.get(id);
    if (kept?.one.owner.personId !== personId || kept.one.owner.statementId !== statementId) return;
    this.#drop(id);
  }

  /** @param used files that are still wanted */
  #drop(id: string, used: readonly string[] = []): void {
    const kept = this.#imports.get(id);
    if (!kept) return;
    clearTimeout(kept.timer);
    this.#imports.delete(id);
    const { files, problem } = this.#settings;
    files.remove(filesOf(kept.one).filter((file) => !used.includes(file))).catch(problem);
  }

  stop(): void {
    for (const { timer } of this.#imports.values()) clearTimeout(timer);
    this.#imports.clear();
  }

  #makeRoom({ personId }: WorkOwner): void {
    const newest = [...this.#imports.values()].toReversed();
    let bytes = 0;
    let own = 0;
    for (const { one } of newest) {
      bytes += (one.tables?.bytes ?? 0) + (one.kept?.bytes ?? 0);
      if (one.owner.personId === personId) own += 1;
      const isTooMuch = bytes > mostBytes || (one.owner.personId === personId && own > mostOfOne);
      if (isTooMuch) this.forget(one.owner, one.id);
    }
  }
}

function filesOf({ tables, kept }: KeptImport): string[] {
  return [tables, kept].flatMap((file) => (file ? file.id : []));
}
