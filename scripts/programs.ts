/** Programs that the tests need and npm does not bring: where they are, and Debian's packages of them. */
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The first of these that is on the PATH, or in /usr/bin or /usr/sbin, which a PATH may lack; null when none is. */
export function firstOnPath(names: readonly string[]): string | null {
  const folders = new Set([
    ...(process.env["PATH"] ?? "").split(delimiter),
    "/usr/bin",
    "/usr/sbin",
  ]);
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (canRun(path)) return path;
    }
  }
  return null;
}

/**
 * The program that an environment variable names, or null when it names none.
 *
 * @param what it is to be set to: "a Chromium"
 * @throws when it names something that cannot be run.
 */
export function programChosenBy(variable: string, what: string): string | null {
  const chosen = process.env[variable];
  if (chosen === undefined || chosen === "") return null;
  if (canRun(chosen)) return chosen;
  throw new Error(
    `${variable} is set to ${chosen}, which cannot be run. Set it to ${what}, or unset it.`,
  );
}

/**
 * What `find` finds, after installing these packages of Debian's where it finds nothing and we may.
 * @param whatFor "Redis for the tests of several servers"
 * @throws with the sentence `otherwise`, where we may not
 */
export function findOrInstall<Found>(
  find: () => Found | null,
  {
    whatFor,
    packages,
    otherwise,
  }: { readonly whatFor: string; readonly packages: readonly string[]; readonly otherwise: string },
): Found {
  const found = find() ?? (installFromDebian(whatFor, packages) ? find() : null);
  if (found === null) throw new Error(otherwise);
  return found;
}

/** Installs Debian's packages. @returns false where we may not: not root, or no apt-get */
function installFromDebian(what: string, packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !canRun(aptGet)) return false;
  console.log(`Installing ${what} from Debian's packages.`);
  runAptGet("update", "-qq");
  runAptGet("install", "-y", "-qq", "--no-install-recommends", ...packages);
  return true;
}

export function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const aptGet = "/usr/bin/apt-get";

function runAptGet(...aptArguments: string[]): void {
  spawnSync(aptGet, aptArguments, {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "ignore", "inherit"],
  });
}
