/**
 * `GET /sync/:statementId?schema=1&epoch=1`: the WebSocket of a page. A refusal accepts the socket and closes
 * it with a code that says why, because browsers tell a page nothing about an upgrade that was refused.
 */
import type { WebSocket } from "@fastify/websocket";
import type { Socket } from "node:net";
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { socketLimits } from "../../shared/limits.ts";
import { schemaNumber } from "../../shared/items.ts";
import { awayReason, closeCode, type CloseCode } from "../../shared/sync/close-codes.ts";
import { personOf, sessionTokenOf } from "./session-cookie.ts";
import type { Means } from "./means.ts";
import type { Visits } from "../history/visits.ts";
import type { Visit } from "../sync/rooms.ts";
import type { Socket as RoomSocket } from "../sync/socket.ts";
import { endWhenSilent } from "./end-when-silent.ts";
import { sendFrame } from "./send-frame.ts";

export const socketOptions = {
  maxPayload: socketLimits.payloadBytes,
  perMessageDeflate: false,
} as const;

/** Whoever has not answered a ping for so long is gone: their caret must not stay. */
export const silenceMs = 30_000;

export async function syncRoute(app: FastifyInstance, means: Means): Promise<void> {
  app.get<{ Params: { statementId: string }; Querystring: { schema?: string; epoch?: string } }>(
    "/sync/:statementId",
    { websocket: true, preHandler: letGoOfResponse },
    async (socket, request) => {
      // Frames wait in the socket until there is a room to take them.
      socket.pause();
      const { log } = request;
      // Fastify's own listener holds the request, with all its headers, for as long as the page is open.
      socket.removeAllListeners("error");
      socket.on("error", (error) => {
        log.info(error);
        socket.terminate();
      });
      endWhenSilent(socket, silenceMs);
      try {
        await connect(socket, request.params.statementId, request, means);
      } catch (error) {
        request.log.error(error);
        socket.close(closeCode.tryLater, awayReason.cannotSave);
      }
      socket.resume();
    },
  );
}

/** Once it is a WebSocket nothing is answered any more; the response would be remembered for as long as it is open. */
async function letGoOfResponse(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.ws) reply.raw.detachSocket(request.raw.socket);
}

async function connect(
  socket: WebSocket,
  statementId: string,
  request: FastifyRequest<{ Querystring: { schema?: string; epoch?: string } }>,
  means: Means,
): Promise<void> {
  const { resources, site, sockets } = means;
  const refuse = (code: CloseCode, reason: string): void => socket.close(code, reason);
  if (!site.isOwnPage(request)) {
    refuse(closeCode.signIn, "A page of another site asked. Use this site's own page.");
    return;
  }
  if (request.query.schema !== String(schemaNumber)) {
    refuse(closeCode.newerVersionNeeded, "This page is out of date. Reload it.");
    return;
  }
  const { epoch = resources.epoch } = request.query;
  if (epoch !== resources.epoch) {
    refuse(closeCode.restored, "The data was restored from a backup. Reload the page.");
    return;
  }
  const session = sessionTokenOf(request);
  if (session !== null) {
    // Before it is asked who that is: the session may end while this page is let in.
    if (!sockets.add(session, socket)) {
      refuse(closeCode.tryLater, awayReason.tooManyPages);
      return;
    }
    socket.once("close", () => sockets.remove(session, socket));
  }
  const person = await personOf(resources, request);
  if (!person) {
    refuse(closeCode.signIn, "You are not signed in.");
    return;
  }
  const visit = await resources.rooms.connect(
    statementId,
    person.personId,
    socketOver(socket, request.socket),
  );
  if (!visit) return;
  live(socket, visit, { statementId, personId: person.personId }, means.visits, request.log);
}

function socketOver(socket: WebSocket, below: Socket): RoomSocket {
  return {
    get bufferedAmount() {
      return socket.bufferedAmount;
    },
    send: (bytes) => sendFrame(socket, below, bytes),
    close: (code, reason) => socket.close(code, reason),
  };
}

/** From here to its end. Remembers nothing of the request. */
function live(
  socket: WebSocket,
  visit: Visit,
  { statementId, personId }: { readonly statementId: string; readonly personId: string },
  visits: Visits,
  log: FastifyBaseLogger,
): void {
  // What is kept of visits stands in nobody's way: when it cannot be kept, the log says so.
  const report = (error: unknown): void => log.error(error);
  visits.begin(statementId, personId).catch(report);
  const leave = (): void => {
    visit.end();
    visits.end(statementId, personId).catch(report);
  };
  socket.on("message", (data) => {
    // What comes after it was told to go does not count.
    if (socket.readyState === socket.OPEN) visit.receive(bytesOf(data));
  });
  // It may have gone while the statement was loading.
  if (socket.readyState === socket.CLOSED) leave();
  else socket.once("close", leave);
}

function bytesOf(data: Buffer | ArrayBuffer | Buffer[]): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
