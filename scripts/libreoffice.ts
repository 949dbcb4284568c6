/**
 * Finds the LibreOffice that the tests open Word and Excel files with, and poppler's programs that read its PDFs;
 * installs Debian's where there are none and it may. A machine without them fails the tests, never skips them.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** Paths of the programs. */
export interface OfficePrograms {
  readonly soffice: string;
  readonly pdftotext: string;
  /** A Python that can tell LibreOffice what to do. */
  readonly python: string;
}

/** Writer and Calc without windows, so without a desktop's hundreds of packages. */
const packages = [
  "libreoffice-writer-nogui",
  "libreoffice-calc-nogui",
  "poppler-utils",
  "python3-uno",
];
const officeNames = ["soffice", "libreoffice"];

/**
 * The programs, after installing Debian's packages where one is missing and we are root on a machine with apt-get.
 * The environment variable `LIBREOFFICE` names a LibreOffice that is not on the PATH.
 *
 * @throws with a sentence that says what to install, where we may not.
 */
export function findOrInstallLibreOffice(): OfficePrograms {
  const found = findPrograms();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && canRun("/usr/bin/apt-get")) {
    console.log("Installing LibreOffice from Debian's packages for the tests of Word and Excel.");
    aptGet("update", "-qq");
    aptGet("install", "-y", "-qq", "--no-install-recommends", ...packages);
    const installed = findPrograms();
    if (installed !== null) return installed;
  }
  throw new Error(
    "The tests of Word and Excel files need LibreOffice Writer and Calc, its Python and pdftotext. Install them (on Debian or " +
      `Ubuntu: sudo apt-get install --no-install-recommends ${packages.join(" ")}), ` +
      "or set LIBREOFFICE to the path of the program soffice.",
  );
}

function findPrograms(): OfficePrograms | null {
  const soffice = chosenOffice() ?? firstOnPath(officeNames);
  const pdftotext = firstOnPath(["pdftotext"]);
  if (soffice === null || pdftotext === null) return null;
  const python = pythonOf(soffice);
  return python === null ? null : { soffice, pdftotext, python };
}

/** Debian's, or the one that other LibreOffices bring along; another Python on the PATH does not know it. */
function pythonOf(soffice: string): string | null {
  const beside = join(dirname(realpathSync(soffice)), "python");
  const knows = (python: string): boolean =>
    canRun(python) && spawnSync(python, ["-c", "import uno"], { stdio: "ignore" }).status === 0;
  known ??= ["/usr/bin/python3", beside].find(knows) ?? null;
  return known;
}

/** Looking takes a tenth of a second. */
let known: string | null = null;

/** @throws when `LIBREOFFICE` names something that cannot be run. */
function chosenOffice(): string | null {
  const chosen = process.env["LIBREOFFICE"];
  if (chosen === undefined || chosen === "") return null;
  if (canRun(chosen)) return chosen;
  throw new Error(
    `LIBREOFFICE is set to ${chosen}, which cannot be run. Set it to LibreOffice's soffice, or unset it.`,
  );
}

function firstOnPath(names: readonly string[]): string | null {
  const folders = new Set([...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin"]);
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (canRun(path)) return path;
    }
  }
  return null;
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
