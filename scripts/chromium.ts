/** Finds the Chromium that the browser tests drive, and installs Debian's where there is none and it may. */
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The path of an installed Chromium or Chrome: the one that the environment variable `CHROMIUM` names, or the first
 * on the PATH; `null` when there is none.
 *
 * @throws when `CHROMIUM` names something that cannot be run.
 */
function findChromium(): string | null {
  const chosen = process.env["CHROMIUM"];
  if (chosen !== undefined && chosen !== "") {
    if (canRun(chosen)) return chosen;
    throw new Error(
      `CHROMIUM is set to ${chosen}, which cannot be run. Set it to a Chromium, or unset it.`,
    );
  }
  const folders = new Set([...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin"]);
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (canRun(path)) return path;
    }
  }
  return null;
}

/**
 * The same, after installing Debian's package where none is found and we are root on a machine with apt-get.
 *
 * @throws with a sentence that says what to install, where we may not.
 */
export function findOrInstallChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && canRun("/usr/bin/apt-get")) {
    console.log("Installing Chromium from Debian's packages for the browser tests.");
    aptGet("update", "-qq");
    aptGet("install", "-y", "-qq", "--no-install-recommends", "chromium");
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  throw new Error(
    "The browser tests need Chromium or Chrome. Install one (on Debian or Ubuntu: sudo apt-get install chromium) " +
      "or set CHROMIUM to the path of its program.",
  );
}

function aptGet(...aptArguments: string[]): void {
  spawnSync("/usr/bin/apt-get", aptArguments, {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
