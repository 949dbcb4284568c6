/**
 * How each server wants the same things said: Yjs's sync and awareness messages, plain (y-websocket, Needline) or
 * behind the document's name and a greeting (Hocuspocus). What is said is the same for all.
 */
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import {
  createEncoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
  type Encoder,
} from "lib0/encoding";
import { encodeMark } from "../../shared/sync/mark.ts";
import { message } from "../../shared/sync/messages.ts";
import { decodeSaved } from "../../shared/sync/saved.ts";

export type DialectName = "needline" | "y-websocket" | "hocuspocus";

/** What a frame from the server is about. */
export type Heard =
  | { about: "question"; stateVector: Uint8Array }
  /** `answer`: the document as it is, to someone who joins. */
  | { about: "text"; update: Uint8Array; answer: boolean }
  /** Everything before one's mark `k` is kept. */
  | { about: "saved"; k: number }
  | { about: "other" };

export interface Dialect {
  /** What is sent first: who one is, where the server asks, and "what have you that I have not". */
  hello(stateVector: Uint8Array): Uint8Array[];
  /** The answer to the server's question. */
  answer(update: Uint8Array): Uint8Array;
  text(update: Uint8Array): Uint8Array;
  caret(awarenessUpdate: Uint8Array): Uint8Array;
  /** "Tell me when everything before this is kept", where the server knows the question. */
  mark(k: number): Uint8Array | null;
  /** What a page says about its person. Needline writes the name beside the place itself. */
  caretState(name: string, place: object): object;
  /** How many carets a frame about carets holds, or null for any other. Costs next to nothing. */
  caretsIn(frame: Uint8Array): number | null;
  /** Which part of the conversation about text a frame is, or null for any other. Costs next to nothing. */
  textKindOf(frame: Uint8Array): "question" | "answer" | "update" | null;
  hear(frame: Uint8Array): Heard;
}

/** The parts of y-protocols' sync message (y-protocols/sync). */
const sync = { question: 0, answer: 1, update: 2 } as const;

/** Hocuspocus's own kinds of message (its `MessageType`); 0, 1 and 3 are y-protocols'. */
const hocuspocusAuth = 2;
const hocuspocusToken = 0;

/** @param documentName is only used by Hocuspocus; the others have it in the address. */
export function dialectOf(name: DialectName, documentName: string): Dialect {
  const named = name === "hocuspocus";
  const serverNames = name === "needline";
  const begin = (): Encoder => {
    const encoder = createEncoder();
    if (named) writeVarString(encoder, documentName);
    return encoder;
  };
  /** Of the document's name in front of each message. */
  const nameLength = toUint8Array(begin()).length;
  const say = (kind: number, parts: (encoder: Encoder) => void): Uint8Array => {
    const encoder = begin();
    writeVarUint(encoder, kind);
    parts(encoder);
    return toUint8Array(encoder);
  };
  const saySync = (part: number, bytes: Uint8Array): Uint8Array =>
    say(message.sync, (encoder) => {
      writeVarUint(encoder, part);
      writeVarUint8Array(encoder, bytes);
    });
  return {
    hello(stateVector) {
      const question = saySync(sync.question, stateVector);
      if (!named) return [question];
      const greeting = say(hocuspocusAuth, (encoder) => {
        writeVarUint(encoder, hocuspocusToken);
        writeVarString(encoder, "bench");
      });
      return [greeting, question];
    },
    answer: (update) => saySync(sync.answer, update),
    text: (update) => saySync(sync.update, update),
    caret: (update) => say(message.awareness, (encoder) => writeVarUint8Array(encoder, update)),
    caretState: (name, place) =>
      serverNames ? { place } : { user: { name, color: "#30bced", borough: "Hackney" }, place },
    mark: (k) => (serverNames ? encodeMark(k) : null),
    caretsIn(frame) {
      if (frame[nameLength] !== message.awareness) return null;
      const decoder = createDecoder(frame);
      decoder.pos = nameLength + 1;
      readVarUint(decoder);
      return readVarUint(decoder);
    },
    textKindOf(frame) {
      if (frame[nameLength] !== message.sync) return null;
      const part = frame[nameLength + 1];
      if (part === sync.question) return "question";
      return part === sync.answer ? "answer" : "update";
    },
    hear(frame) {
      const decoder = createDecoder(frame);
      if (named) readVarString(decoder);
      const kind = readVarUint(decoder);
      if (kind === message.sync) {
        const part = readVarUint(decoder);
        // A copy: the frame's own bytes are overwritten by the next read.
        const bytes = readVarUint8Array(decoder).slice();
        if (part === sync.question) return { about: "question", stateVector: bytes };
        return { about: "text", update: bytes, answer: part === sync.answer };
      }
      if (!named && kind === message.saved) return { about: "saved", k: decodeSaved(decoder) };
      return { about: "other" };
    },
  };
}
