import fc from "fast-check";
import { createDecoder, readVarUint, readVarUint8Array } from "lib0/decoding";
import { expect, test } from "vitest";
import { messageYjsSyncStep2, messageYjsUpdate } from "y-protocols/sync";
import * as Y from "yjs";
import { mergeParts, partsOf } from "../../server/sync/committed-update.ts";
import { WholeText } from "../../server/sync/whole-text.ts";

/** Applies frames as a page does. @returns which kinds they were of */
function take(doc: Y.Doc, frames: readonly Uint8Array[]): number[] {
  return frames.map((frame) => {
    const decoder = createDecoder(frame);
    readVarUint(decoder);
    const kind = readVarUint(decoder);
    Y.applyUpdate(doc, readVarUint8Array(decoder));
    return kind;
  });
}

test("what is sent makes the same document, wherever the stored text ends and the rest begins", () => {
  const act = fc.record({
    who: fc.nat({ max: 3 }),
    at: fc.nat(),
    words: fc.string({ maxLength: 100 }),
    times: fc.nat({ max: 50 }),
    takesOut: fc.nat({ max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 300 }), fc.nat({ max: 300 }), (acts, stored) => {
      const doc = new Y.Doc();
      const text = doc.getText("text");
      const updates: Uint8Array[] = [];
      doc.on("update", (update: Uint8Array) => updates.push(update));
      let snapshot: Uint8Array | null = null;
      let whole: WholeText | null = null;
      for (const [number, { who, at, words, times, takesOut }] of acts.entries()) {
        doc.clientID = who + 1;
        if (number === stored) {
          snapshot = Y.encodeStateAsUpdate(doc);
          updates.length = 0;
        }
        if (number === stored + 5) whole = new WholeText(snapshot, updates);
        const before = updates.length;
        text.insert(at % (text.length + 1), words.repeat(times));
        text.delete(0, Math.min(takesOut, text.length));
        for (const update of updates.slice(before)) whole?.add(update);
        if (whole?.isWorn) whole.renew(Y.encodeStateAsUpdate(doc));
        if (number % 50 === 7) whole?.frames();
      }
      whole ??= new WholeText(snapshot, updates);
      const copy = new Y.Doc();
      expect(take(copy, whole.frames())).toEqual([messageYjsUpdate, messageYjsSyncStep2]);
      expect(copy.getText("text").toDelta()).toEqual(text.toDelta());
      expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(doc));
    }),
  );
});

test("beats of several people at once are merged whole, whoever of them comes first", () => {
  const people = [7, 3, 9, 1].map((clientId) => {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    return doc;
  });
  const whole = new WholeText(null, []);
  for (let beat = 0; beat < 5; beat += 1) {
    const updates = people.map((doc) => {
      const before = Y.encodeStateVector(doc);
      doc.getText(`of ${doc.clientID}`).insert(0, `word${beat} `);
      return Y.encodeStateAsUpdate(doc, before);
    });
    const parts = updates.map((bytes) => partsOf({ bytes, personId: "p", at: "" }));
    whole.add(mergeParts(parts));
  }
  const copy = new Y.Doc();
  take(copy, whole.frames());
  for (const doc of people) {
    const name = `of ${doc.clientID}`;
    expect(copy.getText(name).toDelta()).toEqual(doc.getText(name).toDelta());
  }
});

test("what was let go keeps nothing of what comes, and is whole again once it is made anew", () => {
  const doc = new Y.Doc();
  const whole = new WholeText(null, []);
  doc.on("update", (update: Uint8Array) => {
    whole.add(update);
    if (whole.isWorn) whole.letGo();
  });
  const text = doc.getText("text");
  while (!whole.isWorn) text.insert(0, "Words that nobody reads. ");
  expect(() => whole.frames()).toThrow("let go");
  text.insert(0, "More. ");
  expect(whole.isWorn).toBe(true);
  whole.renew(Y.encodeStateAsUpdate(doc));
  text.insert(0, "And more. ");
  const copy = new Y.Doc();
  take(copy, whole.frames());
  expect(copy.getText("text").toDelta()).toEqual(text.toDelta());
});
