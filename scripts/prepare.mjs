/**
 * Makes a fresh clone ready: installs the locked dependencies when they are missing or out of date,
 * and promises that `node` in npm's scripts is the locked Node afterwards. A script named on the command line
 * (`node scripts/prepare.mjs scripts/build-page.ts`) is then run with that Node.
 *
 * It is plain JavaScript because it is the one file that an older system Node has to run.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const lockedBin = join(root, "node_modules", ".bin");
/** The binary itself: the entry in `.bin` is a shell script on Windows. */
const lockedNode = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

if (!dependenciesMatchTheLockFile()) {
  console.log("Installing the locked dependencies. This takes a minute the first time.");
  if (!npm("ci", "--no-audit", "--no-fund", "--loglevel=error")) {
    stop(
      "The dependencies could not be installed. Read what npm says above, then run the same command again.",
    );
  }
}
if (!lockedNodeRuns()) {
  console.log(`Installing Node ${lockedNodeVersion()} beside the other dependencies.`);
  npm("rebuild", "node", "--ignore-scripts=false", "--foreground-scripts", "--loglevel=error");
  if (!lockedNodeRuns()) {
    stop(
      `Node ${lockedNodeVersion()} could not be installed into node_modules, and this Node is ${process.version}. ` +
        `Check that npm may run the install script of the package "node" (npm config get ignore-scripts), ` +
        `then delete node_modules and run the same command again.`,
    );
  }
}
const [script, ...scriptArguments] = process.argv.slice(2);
if (script !== undefined) {
  const ran = spawnSync(lockedNode, [join(root, script), ...scriptArguments], {
    cwd: root,
    stdio: "inherit",
  });
  process.exitCode = ran.status ?? 1;
}

/**
 * Whether what npm says it installed is what the lock file asks for. Optional packages may be absent: npm leaves out
 * those for other systems. npm writes its own list last, so an interrupted installation does not match.
 */
function dependenciesMatchTheLockFile() {
  const installedList = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedList)) return false;
  const installed = readPackages(installedList);
  const locked = readPackages(join(root, "package-lock.json"));
  for (const [path, entry] of Object.entries(locked)) {
    if (path === "") continue;
    const found = installed[path];
    if (found === undefined ? !entry.optional : !isSamePackage(found, entry)) return false;
  }
  return Object.keys(installed).every((path) => path in locked);
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(file) {
  const { packages } = /** @type {{ packages: Record<string, LockedPackage> }} */ (readJson(file));
  return packages;
}

/**
 * @param {LockedPackage} one
 * @param {LockedPackage} other
 */
function isSamePackage(one, other) {
  return one.version === other.version && one.integrity === other.integrity;
}

function lockedNodeVersion() {
  const file = /** @type {{ devDependencies: { node: string } }} */ (
    readJson(join(root, "package.json"))
  );
  return file.devDependencies.node;
}

/**
 * @param {string} file
 * @returns {unknown}
 */
function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

function lockedNodeRuns() {
  const asked = spawnSync(lockedNode, ["--version"], { encoding: "utf8" });
  return asked.status === 0 && asked.stdout.trim() === `v${lockedNodeVersion()}`;
}

/**
 * Runs npm with the Node it came with: `npm ci` deletes node_modules, and the locked Node with it.
 *
 * @param {...string} npmArguments
 * @returns {boolean} whether npm succeeded
 */
function npm(...npmArguments) {
  const path = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== lockedBin)
    .join(delimiter);
  const ran = spawnSync("npm", npmArguments, {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return ran.status === 0;
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
