/** The databases that the store's promises are tested on, each an empty one of a test's own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { openPostgresStore } from "../../../server/store/open-postgres.ts";
import { openStore } from "../../../server/store/open-store.ts";
import type { Store } from "../../../server/store/store.ts";
import { dropDatabase, makeDatabase } from "../../world/a-postgres.ts";

export interface ADatabase {
  /** Opens a store on it, as each of several servers does. */
  open(): Promise<Store>;
  [Symbol.asyncDispose](): Promise<void>;
}

export const databases: readonly { readonly name: string; make(): Promise<ADatabase> }[] = [
  { name: "SQLite", make: makeSqlite },
  { name: "PostgreSQL", make: makePostgres },
];

export async function makePostgres(): Promise<ADatabase> {
  const serverUrl = inject("postgresUrl");
  const url = await makeDatabase(serverUrl);
  const stores: Store[] = [];
  return {
    async open() {
      const store = await openPostgresStore(url);
      stores.push(store);
      return store;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(stores.map((store) => store.close()));
      await dropDatabase(serverUrl, url);
    },
  };
}

async function makeSqlite(): Promise<ADatabase> {
  const folder = await mkdtemp(join(tmpdir(), "needline-store-"));
  const stores: Store[] = [];
  return {
    async open() {
      const store = await openStore(folder);
      stores.push(store);
      return store;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(stores.map((store) => store.close()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
