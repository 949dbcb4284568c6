/**
 * Fifty people in one process: each types five letters a second over a socket of their own, each letter
 * followed by a caret, whatever the server does meanwhile. Started by the measurement, told by messages.
 *
 * One document stands for all: it changes its client id to that of whoever types. Nobody types in another's
 * field, so nobody's letter hangs on one that is not there yet.
 */
import { once } from "node:events";
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import * as Y from "yjs";
import { fragmentOf } from "../../shared/items.ts";
import { dialectOf } from "../driver/dialects.ts";
import { randomFrom } from "../driver/random.ts";
import { openLine, type Line } from "./line.ts";
import { orderSchema, othersPlanSchema, type TypingPlace } from "./others-plan.ts";

const meanPauseMs = 200;
const words = "the supplier must show when a repair is booked and who will come to do it ";

interface Typist {
  readonly number: number;
  readonly clientId: number;
  readonly line: Line;
  readonly text: Y.XmlText;
  readonly place: TypingPlace;
  at: number;
  carets: number;
}

const [message] = (await once(process, "message")) as [unknown];
const plan = othersPlanSchema.parse(message);
const dialect = dialectOf(plan.dialect, "statement");
const random = randomFrom(plan.seed);
const doc = new Y.Doc();
const typists: Typist[] = [];
for (const [number, { ticket, place }] of plan.people.entries()) {
  const line = await openLine(doc, ticket, dialect);
  const text = textAt(place);
  const clientId = 1 + Math.floor(random() * 2 ** 31);
  typists.push({ number, clientId, line, text, place, at: 20, carets: 0 });
}
let letters = 0;
let isTyping = false;
let round = 0;
process.on("message", (order) => {
  isTyping = orderSchema.parse(order).type;
  round += 1;
  if (isTyping) for (const typist of typists) typeOn(typist, performance.now(), round);
  else process.send?.({ letters });
});
process.on("disconnect", () => process.exit());
process.on("SIGTERM", () => process.exit());
for (const typist of typists) sendCaret(typist);
process.send?.({ letters });

/** A late timer slows nobody down: the next letter is due by the clock. */
function typeOn(typist: Typist, dueMs: number, begunIn: number): void {
  const nextMs = dueMs + meanPauseMs * (0.5 + random());
  setTimeout(
    () => {
      if (!isTyping || round !== begunIn) return;
      typeLetter(typist);
      typeOn(typist, nextMs, begunIn);
    },
    Math.max(0, nextMs - performance.now()),
  );
}

function typeLetter(typist: Typist): void {
  const send = (update: Uint8Array): void => typist.line.text(update);
  doc.clientID = typist.clientId;
  doc.on("update", send);
  typist.text.insert(typist.at, words[letters % words.length] ?? " ");
  doc.off("update", send);
  typist.at += 1;
  letters += 1;
  sendCaret(typist);
}

/** y-protocols' awareness update of one state. */
function sendCaret(typist: Typist): void {
  const { text, at, clientId, place, line, number } = typist;
  if (!("itemId" in place)) return;
  const here: unknown = Y.relativePositionToJSON(
    Y.createRelativePositionFromTypeIndex(text, at, -1),
  );
  typist.carets += 1;
  const encoder = createEncoder();
  writeVarUint(encoder, 1);
  writeVarUint(encoder, clientId);
  writeVarUint(encoder, typist.carets);
  const state = dialect.caretState(`Person ${number}`, { ...place, from: here, to: here });
  writeVarString(encoder, JSON.stringify(state));
  line.caret(toUint8Array(encoder));
}

function textAt(place: TypingPlace): Y.XmlText {
  const paragraph =
    "itemId" in place
      ? fragmentOf(doc, place.itemId, place.field)?.get(0)
      : doc.getXmlFragment("default").get(place.paragraph);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error(`No text at ${JSON.stringify(place)}.`);
  return text;
}
