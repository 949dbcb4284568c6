/** Answers with a file of long work, as fast as the other side reads: nobody else waits for a large one. */
import type { FastifyReply } from "fastify";
import type { ServerResponse } from "node:http";
import type { FileStore, StoredFile } from "../store/file-store.ts";

/**
 * Past Fastify, which would hold the whole of it or make new memory for every piece.
 * @throws when the file is not kept any more; nothing is answered then
 */
export async function sendFile(
  reply: FastifyReply,
  files: FileStore,
  { id, bytes }: StoredFile,
): Promise<FastifyReply> {
  if (bytes === 0) return reply.send("");
  const { raw } = reply;
  try {
    await files.handOut(id, async (piece) => {
      if (!reply.sent) {
        reply.hijack();
        for (const [name, value] of Object.entries(reply.getHeaders()))
          if (value !== undefined) raw.setHeader(name, value);
        raw.writeHead(200, { "content-length": bytes });
      }
      await write(raw, piece);
    });
    raw.end();
  } catch (error) {
    if (!reply.sent) throw error;
    // Whoever asked for it has gone, or it was removed meanwhile: a part must not pass for the whole.
    raw.destroy();
  }
  return reply;
}

function write(to: ServerResponse, piece: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    to.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}
