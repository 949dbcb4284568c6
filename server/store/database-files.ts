/** The files of long work in the database, in pieces: for servers that share it. */
import type { Kysely } from "kysely";
import { chunks as someOf } from "./commit-steps.ts";
import type { FileStore } from "./file-store.ts";
import type { Tables } from "./tables.ts";

/** As much as is held in memory of a file that comes or goes. */
const pieceBytes = 256 * 1024;

export function databaseFiles(db: Kysely<Tables>): FileStore {
  const remove = async (ids: readonly string[]): Promise<void> => {
    for (const some of someOf(ids))
      await db.deleteFrom("work_files").where("id", "in", some).execute();
  };

  const ofFile = (id: string) => db.selectFrom("work_files").where("id", "=", id);

  async function lastPieceOf(id: string): Promise<number> {
    const row = await ofFile(id)
      .select("piece")
      .orderBy("piece", "desc")
      .limit(1)
      .executeTakeFirst();
    return (row ?? gone(id)).piece;
  }

  async function* piecesOf(id: string): AsyncGenerator<Uint8Array> {
    // Known beforehand: of a file that is removed meanwhile, the next piece is missing as it is after the last.
    const last = await lastPieceOf(id);
    for (let piece = 1; piece <= last; piece += 1) {
      const row = await ofFile(id).select("bytes").where("piece", "=", piece).executeTakeFirst();
      yield (row ?? gone(id)).bytes;
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

function gone(id: string): never {
  throw new Error(`The file ${id} is not kept any more`);
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
