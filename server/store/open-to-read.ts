/** Opens the store of a running server in another process, only to read. What it reads is committed. */
import { openSqliteToRead } from "./open-store.ts";
import { openPostgresToRead } from "./open-postgres.ts";
import type { ReadStore } from "./store.ts";

/** Where a store is. */
export interface StorePlace {
  readonly dataDir: string;
  /** The PostgreSQL database that is used instead of the folder, or null. */
  readonly databaseUrl: string | null;
}

/** @param place of a store that is open, so that its tables are up to date */
export function openToRead({ dataDir, databaseUrl }: StorePlace): ReadStore {
  return databaseUrl === null ? openSqliteToRead(dataDir) : openPostgresToRead(databaseUrl);
}
