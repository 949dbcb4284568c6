/**
 * Beside every file of the built page that compresses, the same by Brotli (`.br`) and by gzip (`.gz`), made
 * once so that the server never compresses while people wait.
 */
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** Source maps are left out: only people who develop fetch them. */
const compressible = /\.(js|css|html|svg)$/;

/** @throws when a file cannot be read or written */
export async function compressFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && compressible.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(
    paths.map(async (path) => {
      const whole = await readFile(path);
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: whole.length };
      await Promise.all([
        asBrotli(whole, { params }).then((bytes) => writeFile(`${path}.br`, bytes)),
        asGzip(whole, { level: 9 }).then((bytes) => writeFile(`${path}.gz`, bytes)),
      ]);
    }),
  );
}
