/** Where the servers of this run of the tests keep everything: in their folder, or in PostgreSQL, as `vitest.config.ts` says. */
import { inject } from "vitest";
import { dropDatabase, makeDatabase } from "../world/a-postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly keptIn: "SQLite" | "PostgreSQL";
  }
}

/** Settings of a server for an empty place of its own. */
export interface WhereKept extends AsyncDisposable {
  readonly settings: Readonly<Record<string, string>>;
}

export async function somewhereEmpty(): Promise<WhereKept> {
  if (inject("keptIn") === "SQLite") return { settings: {}, [Symbol.asyncDispose]: async () => {} };
  const serverUrl = inject("postgresUrl");
  const url = await makeDatabase(serverUrl);
  return {
    settings: { DATABASE_URL: url },
    [Symbol.asyncDispose]: () => dropDatabase(serverUrl, url),
  };
}
