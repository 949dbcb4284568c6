/** A line to a server for whoever has no page: sends a document's changes and reads what the server answers. */
import * as Y from "yjs";
import type { Dialect } from "../driver/dialects.ts";
import { openFrameSocket } from "../driver/frame-socket.ts";
import type { Ticket } from "../driver/plan.ts";

export interface Line {
  /** Sends an update of the text. */
  text(update: Uint8Array): void;
  /** Says where this person is. */
  caret(awarenessUpdate: Uint8Array): void;
  /** Resolves when the server has kept all that was sent; at once where it does not say. */
  saved(): Promise<void>;
  close(): void;
}

/**
 * Opens a line and waits until the server has answered with what `doc` lacks.
 * @param reads whether what others do later is taken into `doc`
 */
export async function openLine(
  doc: Y.Doc,
  ticket: Ticket,
  dialect: Dialect,
  reads = false,
): Promise<Line> {
  const answered = Promise.withResolvers<void>();
  /** A server may ask together with its greeting, before the socket is handed over. */
  const asked = Promise.withResolvers<Uint8Array>();
  const waiting: (() => void)[] = [];
  let isOpen = false;
  let mark = 0;
  const socket = await openFrameSocket(ticket.url, ticket.headers, {
    frame(frame) {
      if (isOpen && !reads && waiting.length === 0) return;
      if (dialect.caretsIn(frame) !== null) return;
      const heard = dialect.hear(frame);
      if (heard.about === "question") asked.resolve(heard.stateVector);
      if (heard.about === "saved") for (const settle of waiting.splice(0)) settle();
      if (heard.about !== "text" || (isOpen && !reads)) return;
      Y.applyUpdate(doc, heard.update, dialect);
      if (!heard.answer) return;
      isOpen = true;
      answered.resolve();
    },
    closed: (why) => answered.reject(new Error(`The server closed the line: ${why}`)),
  });
  for (const frame of dialect.hello(Y.encodeStateVector(doc))) socket.send(frame);
  void asked.promise.then((stateVector) =>
    socket.send(dialect.answer(Y.encodeStateAsUpdate(doc, stateVector))),
  );
  await answered.promise;
  return {
    text: (update) => socket.send(dialect.text(update)),
    caret: (update) => socket.send(dialect.caret(update)),
    async saved() {
      const question = dialect.mark((mark += 1));
      if (!question) return;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        socket.send(question);
      });
    },
    close: () => socket.close(),
  };
}
