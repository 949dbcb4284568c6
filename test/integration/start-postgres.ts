/** Starts the PostgreSQL that all integration tests share, each in databases of its own. */
import type { TestProject } from "vitest/node";
import { APostgres } from "../world/a-postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly postgresUrl: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await APostgres.start();
  project.provide("postgresUrl", postgres.url);
  return () => postgres[Symbol.asyncDispose]();
}
