/** Finds the Chromium that the browser tests drive, and installs Debian's where there is none and it may. */
import { firstOnPath, findOrInstall, programChosenBy } from "./programs.ts";

/** It runs as root and without a graphics processor, and asks nobody outside for anything. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The path of a Chromium or Chrome: the one that the environment variable `CHROMIUM` names, or the first on the PATH;
 * after installing Debian's package where there is none and we are root on a machine with apt-get.
 *
 * @throws with a sentence that says what to install, where we may not; when `CHROMIUM` names something that cannot be run.
 */
export function findOrInstallChromium(): string {
  return findOrInstall(findChromium, {
    whatFor: "Chromium for the browser tests",
    packages: ["chromium"],
    otherwise:
      "The browser tests need Chromium or Chrome. Install one (on Debian or Ubuntu: sudo apt-get install chromium) " +
      "or set CHROMIUM to the path of its program.",
  });
}

function findChromium(): string | null {
  return programChosenBy("CHROMIUM", "a Chromium") ?? firstOnPath(names);
}
