/**
 * Finds the PostgreSQL that the tests start; installs Debian's where there is none and it may. A machine
 * without one fails the tests, never skips them.
 */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { firstOnPath, findOrInstall, programChosenBy } from "./programs.ts";

/** Paths of the programs. */
export interface PostgresPrograms {
  readonly postgres: string;
  readonly initdb: string;
}

/** Where Debian keeps them, a folder a version. */
const debians = "/usr/lib/postgresql";

/**
 * The programs, after installing Debian's package where they are missing and we are root on a machine with
 * apt-get. The environment variable `POSTGRES` names a `postgres` that is not on the PATH, with `initdb` beside it.
 *
 * @throws with a sentence that says what to install, where we may not.
 */
export function findOrInstallPostgres(): PostgresPrograms {
  return findOrInstall(find, {
    whatFor: "PostgreSQL for the tests of the store",
    packages: ["postgresql"],
    otherwise:
      "The tests of the store need PostgreSQL. Install it (on Debian or Ubuntu: " +
      "sudo apt-get install --no-install-recommends postgresql), or set POSTGRES to the path of the program postgres.",
  });
}

function find(): PostgresPrograms | null {
  const postgres =
    programChosenBy("POSTGRES", "PostgreSQL's postgres") ??
    newestOfDebian() ??
    firstOnPath(["postgres"]);
  if (postgres === null) return null;
  const initdb = join(dirname(postgres), "initdb");
  return existsSync(initdb) ? { postgres, initdb } : null;
}

function newestOfDebian(): string | null {
  if (!existsSync(debians)) return null;
  const versions = readdirSync(debians).toSorted((a, b) => Number(b) - Number(a));
  const paths = versions.map((version) => join(debians, version, "bin", "postgres"));
  return paths.find((path) => existsSync(path)) ?? null;
}
