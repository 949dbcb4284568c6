/**
 * Builds the page into `dist/` when its sources have changed since the last build, and promises that
 * `dist/` always holds one whole build: a new one takes the old one's place only when it is complete.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { build } from "vite";
import { compressFiles } from "./compress-files.ts";

const root = join(import.meta.dirname, "..");
/** The built page. */
export const builtPage = join(root, "dist");
/** Holds the fingerprint of the sources that `dist/` was built from. */
const stampName = ".built-from";
/** Everything that the built page depends on. */
const sources = [
  "client",
  "shared",
  "scripts/page-build.ts",
  "scripts/compress-files.ts",
  "vite.config.ts",
  "tsconfig.json",
  "package-lock.json",
];

/**
 * Builds the page unless `dist/` was built from these very sources.
 *
 * @throws when vite cannot build the page; `dist/` is then as it was.
 */
export async function buildPageIfStale(): Promise<void> {
  const fingerprint = await fingerprintSources();
  if ((await readStamp()) === fingerprint) return;
  console.log("Building the page.");
  const fresh = join(root, `dist.new-${process.pid}`);
  const old = join(root, `dist.old-${process.pid}`);
  // Vitest sets it to "test", and Vite would build React for developers, several times as slow.
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await build({
      configFile: join(root, "vite.config.ts"),
      logLevel: "warn",
      build: { outDir: fresh, emptyOutDir: true },
    });
    await compressFiles(fresh);
    await writeFile(join(fresh, stampName), fingerprint);
    if (existsSync(builtPage)) await rename(builtPage, old);
    await rename(fresh, builtPage);
  } finally {
    if (before === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = before;
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

async function readStamp(): Promise<string | null> {
  const stamp = join(builtPage, stampName);
  return existsSync(stamp) ? readFile(stamp, "utf8") : null;
}

async function fingerprintSources(): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of await listFiles(join(root, source))) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(await readFile(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

/** The file itself, or every file under the folder, in one fixed order. */
async function listFiles(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
