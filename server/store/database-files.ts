/** The files of long work in the database, in pieces: for servers that share it. */
import type { Kysely } from "kysely";
import type { FileStore } from "./file-store.ts";
import type { Tables } from "./tables.ts";

/** As much as is held in memory of a file that comes or goes. */
const pieceBytes = 256 * 1024;

export function databaseFiles(db: Kysely<Tables>): FileStore {
  const remove = async (ids: readonly string[]): Promise<void> => {
    if (ids.length > 0) await db.deleteFrom("work_files").where("id", "in", ids).execute();
  };

  /** Undefined after the last. */
  async function pieceOf(id: string, piece: number): Promise<Uint8Array | undefined> {
    const row = await db
      .selectFrom("work_files")
      .select("bytes")
      .where("id", "=", id)
      .where("piece", "=", piece)
      .executeTakeFirst();
    if (!row && piece === 0) throw new Error(`The file ${id} is not kept any more`);
    return row?.bytes;
  }

  async function* piecesOf(id: string): AsyncGenerator<Uint8Array> {
    for (let number = 0; ; number += 1) {
      const piece = await pieceOf(id, number);
      if (!piece) return;
      if (piece.length > 0) yield piece;
    }
  }

  return {
    async write(id, chunks) {
      const written_at = new Date().toISOString();
      let bytes = 0;
      let number = 0;
      try {
        // An empty first piece says that there is a file, before anything of it and also when it is empty.
        for await (const piece of inPieces(chunks)) {
          await db
            .insertInto("work_files")
            .values({ id, piece: number, bytes: piece, written_at })
            .execute();
          bytes += piece.length;
          number += 1;
        }
      } catch (error) {
        // Not where another file has that id.
        if (number > 0) await remove([id]);
        throw error;
      }
      return { id, bytes };
    },
    async read(id) {
      const pieces: Uint8Array[] = [];
      for await (const piece of piecesOf(id)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    async handOut(id, take) {
      for await (const piece of piecesOf(id)) await take(piece);
    },
    remove,
    async removeBefore(time) {
      await db.deleteFrom("work_files").where("written_at", "<", time).execute();
    },
  };
}

/** An empty piece, then the chunks cut or put together so that none is larger and few are smaller. */
async function* inPieces(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield new Uint8Array();
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length;) {
      const part = chunk.subarray(from, from + pieceBytes - length);
      waiting.push(part);
      length += part.length;
      from += part.length;
      if (length < pieceBytes) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      length = 0;
    }
  }
  if (length > 0) yield Buffer.concat(waiting);
}
