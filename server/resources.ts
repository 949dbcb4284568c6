/** What the server's functions work with: the store, the rooms, long work, the clock and new ids. Made once, in app.ts. */
import type { KeptImports } from "./exchange/import/kept-imports.ts";
import type { WorkProcesses } from "./exchange/work/work-processes.ts";
import type { Works } from "./exchange/work/works.ts";
import type { Store } from "./store/store.ts";
import type { Rooms } from "./sync/rooms.ts";

export interface Resources {
  readonly store: Store;
  readonly rooms: Rooms;
  /** Long work that people wait for. */
  readonly works: Works;
  /** Where it is done. */
  readonly processes: WorkProcesses;
  /** Files that wait for somebody to say what of them is to come in. */
  readonly imports: KeptImports;
  /** Which life of the data this is: another one after each restoring from a backup. */
  readonly epoch: string;
  /** ISO 8601, UTC. */
  now(): string;
  /** 21 characters, random. */
  newId(): string;
  /** A secret for a link or a session: 256 random bits. */
  newToken(): string;
}
