/**
 * What servers that share a database tell each other, one channel a statement and one for everybody.
 * Promises that a message of another kind, or one that is cut short, is null and never throws: servers of
 * two ages may talk for as long as an update takes.
 */
import { createDecoder, readAny } from "lib0/decoding";
import { createEncoder, toUint8Array, writeAny } from "lib0/encoding";
import { z } from "zod";
import type { Bus } from "../bus/bus.ts";
import { entrySchema } from "../../shared/sync/record-entries.ts";

const bytes = z.instanceof(Uint8Array<ArrayBufferLike>);
const point = z.object({ beat: z.int().nonnegative(), entry: z.int().nonnegative() });

/** A commit is on the disk. */
const changed = z.object({
  kind: z.literal("changed"),
  /** How far the statement has come with it. */
  point,
  /** Null when there is too much of it to say: it is in the database. */
  change: z
    .object({
      updates: z.array(z.object({ personId: z.string(), at: z.string(), bytes })),
      clientIds: z.array(z.tuple([z.number(), z.string()])),
      entries: z.array(entrySchema),
      changedAt: z.string(),
    })
    .nullable(),
});

/** Where people of this server are; who has gone is told as the update says. */
const presence = z.object({
  kind: z.literal("presence"),
  people: z.array(
    z.object({
      clientId: z.number(),
      personId: z.string(),
      clock: z.number(),
      /** One entry of an awareness update. */
      encoded: bytes,
      isHere: z.boolean(),
    }),
  ),
});

/** Somebody opened the statement on this server: who is here on the others? */
const whoIsHere = z.object({ kind: z.literal("who-is-here") });

/** An act is overtaken again and again: commit nothing for a moment. */
const hold = z.object({ kind: z.literal("hold") });

/** A frame for the open pages of one borough. */
const toBorough = z.object({ kind: z.literal("to-borough"), boroughId: z.string(), frame: bytes });

/** This server is there, or stops. */
const alive = z.object({ kind: z.literal("alive") });
const gone = z.object({ kind: z.literal("gone") });

/** @param session hash of its secret */
const sessionEnded = z.object({ kind: z.literal("session-ended"), session: z.string() });

const serverMessage = z.discriminatedUnion("kind", [
  changed,
  presence,
  whoIsHere,
  hold,
  toBorough,
  alive,
  gone,
  sessionEnded,
]);

export type ServerMessage = z.infer<typeof serverMessage>;
export type ChangedMessage = z.infer<typeof changed>;
export type PresenceMessage = z.infer<typeof presence>;

/** The channel that every server listens to. */
export const everybody = "everybody";

/** The channel of those servers that have the statement open. */
export function channelOf(statementId: string): string {
  return `statement:${statementId}`;
}

/** Says it to the other servers, if there can be any. */
export function tellServers(bus: Bus, channel: string, message: ServerMessage): void {
  if (!bus.isAlone && bus.isUp) bus.publish(channel, encodeServerMessage(message));
}

function encodeServerMessage(message: ServerMessage): Uint8Array {
  const encoder = createEncoder();
  // Its type leaves out what it takes: interfaces, and values that are not known.
  writeAny(encoder, message as unknown as Parameters<typeof writeAny>[1]);
  return toUint8Array(encoder);
}

export function readServerMessage(encoded: Uint8Array): ServerMessage | null {
  try {
    const read = serverMessage.safeParse(readAny(createDecoder(encoded)));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
