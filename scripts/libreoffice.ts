/**
 * Finds the LibreOffice that the tests open Word and Excel files with, and poppler's programs that read its PDFs;
 * installs Debian's where there are none and it may. A machine without them fails the tests, never skips them.
 */
import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { canRun, firstOnPath, findOrInstall, programChosenBy } from "./programs.ts";

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
  return findOrInstall(findPrograms, {
    whatFor: "LibreOffice for the tests of Word and Excel",
    packages,
    otherwise:
      "The tests of Word and Excel files need LibreOffice Writer and Calc, its Python and pdftotext. Install them (on Debian or " +
      `Ubuntu: sudo apt-get install --no-install-recommends ${packages.join(" ")}), ` +
      "or set LIBREOFFICE to the path of the program soffice.",
  });
}

function findPrograms(): OfficePrograms | null {
  const soffice =
    programChosenBy("LIBREOFFICE", "LibreOffice's soffice") ?? firstOnPath(officeNames);
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
