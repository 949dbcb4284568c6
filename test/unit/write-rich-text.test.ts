/** The smallest change: the text says what it should, and what stayed is the very same letters. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { evenOut } from "../../shared/even-text.ts";
import { layOut } from "../../shared/field-layout.ts";
import { addItem, fragmentOf } from "../../shared/items.ts";
import { pairBlocks } from "../../shared/pair-blocks.ts";
import { resolveAnchor } from "../../shared/anchors.ts";
import { readRichText, type RichNode, type RichText } from "../../shared/rich-text.ts";
import { writeRichText } from "../../shared/write-rich-text.ts";
import { someText, textAndChange } from "./a-rich-text.ts";
import { bullets, paragraph, quoting, said, textAt, words, written } from "./written-body.ts";

const whole = (...content: RichNode[]): RichText => ({ type: "doc", content });
const write = (doc: Y.Doc, body: Y.XmlFragment, text: RichText): void =>
  doc.transact(() => writeRichText(body, text));
/** The letters of a paragraph with the ids under which Yjs knows them. */
function lettersOf(body: Y.XmlFragment, at = 0): Map<string, string> {
  const letters = new Map<string, string>();
  // oxlint-disable-next-line eslint/no-underscore-dangle -- Yjs has no other way to see its ids
  for (let item = textAt(body, at)._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    for (const [number, letter] of item.content.str.split("").entries())
      letters.set(`${item.id.client} ${item.id.clock + number}`, letter);
  }
  return letters;
}
/** How many letters are no longer there, and how many are new. */
function changed(before: Map<string, string>, after: Map<string, string>) {
  return {
    gone: [...before.keys()].filter((id) => !after.has(id)).length,
    new: [...after.keys()].filter((id) => !before.has(id)).length,
  };
}

describe("a change of words", () => {
  it("deletes only the letters that go, and writes only those that come", () => {
    const { doc, body } = written(paragraph(words("Show the tenant a two-hour window.")));
    const before = lettersOf(body);
    write(doc, body, whole(paragraph(words("Show the tenants a four-hour slot, by day."))));
    expect(said(body)).toBe("Show the tenants a four-hour slot, by day.");
    // "two" and "window" go; "s", "four" and "slot, by day" come.
    expect(changed(before, lettersOf(body))).toEqual({ gone: 9, new: 17 });
  });

  it("leaves comments on the words beside it where they were", () => {
    const { doc, body } = written(
      paragraph(words("Answer calls "), words("within two minutes", "bold"), words(" by day.")),
    );
    const [before, after] = [quoting(body, "Answer calls"), quoting(body, "by day")];
    write(
      doc,
      body,
      whole(
        paragraph(words("Answer calls "), words("within one minute", "bold"), words(" by day.")),
      ),
    );
    for (const anchor of [before, after])
      expect(resolveAnchor(doc, anchor)).toMatchObject({ state: "found", changed: false });
    expect(readRichText(body).content[0]?.content?.[1]).toEqual(words("within one minute", "bold"));
  });

  it("changes how words look without touching a letter", () => {
    const { doc, body } = written(paragraph(words("Answer within two minutes.")));
    const before = lettersOf(body);
    write(
      doc,
      body,
      whole(paragraph(words("Answer "), words("within two", "bold"), words(" minutes."))),
    );
    expect(lettersOf(body)).toEqual(before);
    write(doc, body, whole(paragraph(words("Answer within two minutes."))));
    expect(evenOut(readRichText(body))).toEqual(
      whole(paragraph(words("Answer within two minutes."))),
    );
    expect(lettersOf(body)).toEqual(before);
  });

  it("puts a point in a list and takes one out; the others stay the same points", () => {
    const point = (text: string): RichNode[] => [paragraph(words(text))];
    const { doc, body } = written(bullets(point("by phone"), point("by letter"), point("online")));
    const list = body.get(0) as Y.XmlElement;
    const [phone, , online] = list.toArray();
    write(
      doc,
      body,
      whole(bullets(point("by phone"), point("in person"), point("online"), point("by text"))),
    );
    expect(said(body)).toBe("by phone\nin person\nonline\nby text");
    expect(body.get(0)).toBe(list);
    expect([list.get(0), list.get(2)]).toEqual([phone, online]);
  });

  it("writes over several texts in one paragraph, as two people at once can leave them", () => {
    const { doc, body } = written(paragraph(words("Answer ")));
    const second = new Y.XmlText();
    (body.get(0) as Y.XmlElement).insert(1, [second]);
    second.insert(0, "within two minutes");
    write(doc, body, whole(paragraph(words("Always answer in two minutes, please"))));
    expect(said(body)).toBe("Always answer in two minutes, please");
  });

  it("changes nothing when nothing changes", () => {
    fc.assert(
      fc.property(someText, (text) => {
        const { doc, body } = written(...text.content);
        const state = Y.encodeStateAsUpdate(doc);
        write(doc, body, text);
        expect(Y.encodeStateAsUpdate(doc)).toEqual(state);
      }),
    );
  });
});

describe("from any text to any other", () => {
  const pairs = fc.oneof(textAndChange, fc.tuple(someText, someText));

  it("the field then says exactly the other", () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const { doc, body } = written(...before.content);
        write(doc, body, after);
        expect(evenOut(readRichText(body))).toEqual(evenOut(after));
      }),
      { numRuns: 500 },
    );
  });

  it("what stays are the very same paragraphs, and in them the same letters at both ends", () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const { doc, body } = written(...before.content);
        const elements = body.toArray();
        const [from, to] = [evenOut(before).content, evenOut(after).content];
        const layout = layOut(body);
        const places = layout.text.split("").map((_, at) => layout.placeOfLetter(at));
        const lasting = places.map(
          (place) => place && Y.createRelativePositionFromTypeIndex(place.node, place.index, 0),
        );
        write(doc, body, after);
        for (const pair of pairBlocks(from, to)) {
          if (pair.from === null || pair.to === null) continue;
          const isText = from[pair.from]?.type === "paragraph";
          if (isText) expect(body.get(pair.to)).toBe(elements[pair.from]);
        }
        const now = layOut(body);
        let start = 0;
        while (start < layout.text.length && layout.text[start] === now.text[start]) start += 1;
        if (from.length !== 1 || to.length !== 1 || from[0]?.type !== "paragraph") return;
        if (to[0]?.type !== "paragraph" || /[\uD800-\uDBFF]$/.test(now.text.slice(0, start)))
          return;
        // The words both begin with: only whole words are sure to be taken for the same.
        const whole = now.text.slice(0, start).replace(/[\p{L}\p{N}]*$/u, "").length;
        for (let at = 0; at < whole; at += 1) {
          const position = lasting[at];
          const place =
            position && Y.createAbsolutePositionFromRelativePosition(position, doc, false);
          expect(place && now.offsetOf(place.type, place.index)).toBe(at);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("loses no letter that a third types at that moment in a paragraph that stays", () => {
    fc.assert(
      fc.property(pairs, fc.nat(), fc.nat(), ([before, after], block, place) => {
        const server = new Y.Doc();
        addItem(server, { id: "t", kind: "text", order: "a0V", fields: { body: before } });
        const third = new Y.Doc();
        Y.applyUpdate(third, Y.encodeStateAsUpdate(server));
        const [his, ours] = [fragmentOf(third, "t", "body"), fragmentOf(server, "t", "body")];
        if (!his || !ours) throw new Error("no body");
        const stays = pairBlocks(evenOut(before).content, evenOut(after).content).filter(
          ({ from, to }) =>
            from !== null && to !== null && evenOut(before).content[from]?.type === "paragraph",
        );
        const chosen = stays[block % Math.max(stays.length, 1)];
        if (!chosen || chosen.from === null) return;
        const text = textAt(his, chosen.from);
        const at = place % (text.length + 1);
        // Nobody types between the two halves of a letter.
        if (
          /^[\uDC00-\uDFFF]/.test(
            text
              .toJSON()
              .replace(/<[^>]*>/g, "")
              .slice(at),
          )
        )
          return;
        text.insert(at, "TYPED");

        write(server, ours, after);
        const [from, to] = [Y.encodeStateAsUpdate(third), Y.encodeStateAsUpdate(server)];
        Y.applyUpdate(server, from);
        Y.applyUpdate(third, to);
        expect(said(ours)).toBe(said(his));
        expect(said(ours).replace("TYPED", "").length).toBe(said(ours).length - 5);
        expect(said(ours).replace("TYPED", "")).toBe(said(written(...after.content).body));
      }),
      { numRuns: 500 },
    );
  });
});
