/** The files of long work in a folder of their own: for a server that is alone with its disk. */
import { mkdir, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FileStore } from "./file-store.ts";

/** Reading so many from a disk takes a few hundredths of a millisecond. */
const pieceBytes = 128 * 1024;

/** @param dataDir the store's; the folder in it is made when it is needed */
export function diskFiles(dataDir: string): FileStore {
  const folder = join(dataDir, "work");
  const pathOf = (id: string): string => join(folder, `${id}.part`);
  const remove = (name: string): Promise<void> => rm(join(folder, name), { force: true });
  return {
    async write(id, chunks) {
      await mkdir(folder, { recursive: true });
      // Another file of that id stays as it is.
      const file = await open(pathOf(id), "wx", 0o600);
      const to = file.createWriteStream();
      try {
        await pipeline(Readable.from(chunks, { objectMode: false }), to);
      } catch (error) {
        await rm(pathOf(id), { force: true });
        throw error;
      }
      return { id, bytes: to.bytesWritten };
    },
    read: (id) => readFile(pathOf(id)),
    async handOut(id, take) {
      const file = await open(pathOf(id));
      try {
        // The same again and again: so much new memory would have all of it cleaned up while people type.
        const piece = Buffer.allocUnsafeSlow(pieceBytes);
        for (;;) {
          const { bytesRead } = await file.read(piece, 0, pieceBytes);
          if (bytesRead === 0) return;
          await take(piece.subarray(0, bytesRead));
        }
      } finally {
        await file.close();
      }
    },
    async remove(ids) {
      for (const id of ids) await rm(pathOf(id), { force: true });
    },
    async removeBefore(time) {
      for (const name of await namesIn(folder)) {
        const at = await stat(join(folder, name)).catch(() => null);
        if (at && at.mtime.toISOString() < time) await remove(name);
      }
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
