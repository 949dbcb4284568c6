/** Reads the frames that a page sends. Promises to throw for whatever is cut short, too long or unknown. */
import {
  createDecoder,
  hasContent,
  readVarUint,
  readVarUint8Array,
  type Decoder,
} from "lib0/decoding";
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from "y-protocols/sync";
import { decodeMark } from "../../shared/sync/mark.ts";
import { message } from "../../shared/sync/messages.ts";
import { decodeRecordSince } from "../../shared/sync/record-since.ts";

export interface UpdateFrame {
  readonly kind: "update";
  /** It is what the server asked for: everything that it lacks. */
  readonly isAnswer: boolean;
  readonly bytes: Uint8Array;
}

export interface MarkFrame {
  readonly kind: "mark";
  readonly k: number;
}

export type ClientFrame =
  /** "Send what I lack." */
  | { readonly kind: "ask"; readonly stateVector: Uint8Array }
  | UpdateFrame
  | { readonly kind: "presence"; readonly bytes: Uint8Array }
  | { readonly kind: "ask-presence" }
  | MarkFrame
  | { readonly kind: "record-since"; readonly number: number };

/** @throws Error when it is not one whole frame of a known kind */
export function readClientFrame(bytes: Uint8Array): ClientFrame {
  const decoder = createDecoder(bytes);
  const frame = read(decoder);
  if (hasContent(decoder)) throw new Error("The frame is longer than it says.");
  return frame;
}

/** What answering it takes, in points of a connection's allowance. */
export function costOf(frame: ClientFrame): number {
  switch (frame.kind) {
    case "ask":
      return 100;
    case "record-since":
      return 50;
    case "ask-presence":
      return 20;
    case "update":
      return 1 + frame.bytes.length / 1_024;
    case "presence":
    case "mark":
      return 1;
  }
}

function read(decoder: Decoder): ClientFrame {
  const kind = readVarUint(decoder);
  switch (kind) {
    case message.sync:
      return readSync(decoder);
    case message.awareness:
      return { kind: "presence", bytes: readVarUint8Array(decoder) };
    case message.queryAwareness:
      return { kind: "ask-presence" };
    case message.mark:
      return { kind: "mark", k: decodeMark(decoder) };
    case message.recordSince:
      return { kind: "record-since", number: decodeRecordSince(decoder) };
    default:
      throw new Error(`There are no frames of kind ${kind}.`);
  }
}

function readSync(decoder: Decoder): ClientFrame {
  const kind = readVarUint(decoder);
  switch (kind) {
    case messageYjsSyncStep1:
      return { kind: "ask", stateVector: readVarUint8Array(decoder) };
    case messageYjsSyncStep2:
    case messageYjsUpdate: {
      const isAnswer = kind === messageYjsSyncStep2;
      return { kind: "update", isAnswer, bytes: readVarUint8Array(decoder) };
    }
    default:
      throw new Error(`There are no sync frames of kind ${kind}.`);
  }
}
