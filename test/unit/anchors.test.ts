/** Anchors: a thread stays with its words through edits, and says so when they are gone. */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { anchorSchema, makeAnchor, resolveAnchor } from "../../shared/anchors.ts";
import {
  bullets,
  paragraph,
  quoting,
  replace,
  said,
  table,
  textAt,
  words,
  written,
} from "./written-body.ts";

const line = "Show a tenant the date and a two-hour window for every visit.";

describe("making an anchor", () => {
  it("keeps the exact words and up to 32 characters around them", () => {
    const { body } = written(paragraph(words(line)));
    const anchor = quoting(body, "two-hour window");
    expect(anchor).toMatchObject({
      itemId: "t",
      words: {
        field: "body",
        quote: "two-hour window",
        prefix: "Show a tenant the date and a ".slice(-32),
        suffix: " for every visit.",
      },
    });
    expect(anchorSchema.parse(JSON.parse(JSON.stringify(anchor)))).toEqual(anchor);
  });

  it("leaves white space at the ends out", () => {
    const { body } = written(paragraph(words(line)));
    expect(quoting(body, " two-hour ").words?.quote).toBe("two-hour");
  });

  it("is about the whole item where no words are chosen", () => {
    const { body } = written(paragraph(words("one ")), paragraph(words("two")));
    for (const [from, to] of [
      [2, 2],
      [3, 5],
      [99, 120],
      [5, 1],
      [-9, 0],
      [Number.NaN, Number.NaN],
    ] as const) {
      const { words: quoted } = makeAnchor(body, "t", "body", from, to);
      expect(quoted, `${from} to ${to}`).toBeUndefined();
    }
  });

  it("never cuts a letter of two units, in the quote or around it", () => {
    const { body } = written(paragraph(words(`${"🏠".repeat(20)}x🔧🔧y${"🏠".repeat(20)}`)));
    // From the middle of the first spanner to the middle of the second.
    const anchor = makeAnchor(body, "t", "body", 42, 44);
    expect(anchor.words?.quote).toBe("🔧🔧");
    for (const part of [anchor.words?.prefix, anchor.words?.suffix]) {
      expect(part?.isWellFormed()).toBe(true);
      expect(part?.length).toBe(31);
    }
  });

  it("stops a quote at 2,000 characters", () => {
    const { doc, body } = written(paragraph(words("long words ".repeat(500))));
    const anchor = makeAnchor(body, "t", "body", 0, 5_500);
    expect(anchorSchema.safeParse(anchor).success).toBe(true);
    expect(resolveAnchor(doc, anchor)).toMatchObject({ state: "found", from: 0, changed: false });
  });
});

describe("an anchor's words are found again", () => {
  const cases: readonly {
    readonly when: string;
    readonly edit: (text: Y.XmlText) => void;
    readonly now: string;
    readonly changed?: boolean;
  }[] = [
    { when: "nothing changed", edit: () => {}, now: "two-hour window" },
    {
      when: "words were written before them",
      edit: (text) => text.insert(0, "Always: "),
      now: "two-hour window",
    },
    {
      when: "words were written right before and after them",
      edit: (text) => {
        replace(text, "a two-hour", "a clear two-hour");
        replace(text, "window for", "window or less for");
      },
      now: "two-hour window",
    },
    {
      when: "a word was put in between",
      edit: (text) => replace(text, "two-hour ", "two-hour arrival "),
      now: "two-hour arrival window",
      changed: true,
    },
    {
      when: "their first word was typed over",
      edit: (text) => replace(text, "two", "four"),
      now: "four-hour window",
      changed: true,
    },
    {
      when: "their last word was lengthened",
      edit: (text) => replace(text, "window ", "windows "),
      now: "two-hour windows",
      changed: true,
    },
    {
      when: "their first word went",
      edit: (text) => replace(text, "two-hour ", ""),
      now: "window",
      changed: true,
    },
    {
      when: "they were made bold",
      edit: (text) => text.format(line.indexOf("hour"), 6, { bold: {} }),
      now: "two-hour window",
    },
    {
      when: "they were deleted and typed again",
      edit: (text) => {
        replace(text, "two-hour window", "");
        replace(text, "a  for", "a two-hour window for");
      },
      now: "two-hour window",
    },
    {
      when: "they were cut and pasted further on",
      edit: (text) => {
        replace(text, "a two-hour window ", "");
        text.insert(text.length, " Allow a two-hour window.");
      },
      now: "two-hour window",
    },
  ];

  it.each(cases)("when $when", ({ edit, now, changed = false }) => {
    const { doc, body } = written(paragraph(words(line)));
    const anchor = quoting(body, "two-hour window");
    edit(textAt(body));
    const found = resolveAnchor(doc, anchor);
    expect(found).toMatchObject({ state: "found", field: "body", now, changed });
    if (found.state === "found") expect(said(body).slice(found.from, found.to)).toBe(now);
  });

  it("in the right one of several equal places", () => {
    const { doc, body } = written(
      paragraph(words("Send a letter to tenants. Send a letter to owners.")),
    );
    const second = quoting(body, "a letter", 31);
    replace(textAt(body), "Send a letter to owners", "Send  to owners");
    replace(textAt(body), "Send  to owners", "Send a letter to owners");
    expect(resolveAnchor(doc, second)).toMatchObject({ state: "found", from: 31, to: 39 });
  });

  it("whole, when their paragraph was parted in the middle of them", () => {
    const { doc, body } = written(paragraph(words(line)));
    const anchor = quoting(body, "the date and a two-hour window");
    const at = line.indexOf("two-hour");
    // What the editor does on Enter: the tail goes and comes again in a new paragraph.
    doc.transact(() => {
      textAt(body).delete(at, line.length - at);
      const next = new Y.XmlElement("paragraph");
      next.insert(0, [new Y.XmlText(line.slice(at))]);
      body.insert(1, [next]);
    });
    expect(resolveAnchor(doc, anchor)).toMatchObject({
      state: "found",
      now: "the date and a \ntwo-hour window",
      changed: false,
    });
  });

  it("when their paragraph became a list item", () => {
    const { doc, body } = written(paragraph(words("First")), paragraph(words(line)));
    const anchor = quoting(body, "two-hour window");
    doc.transact(() => {
      body.delete(1, 1);
      const list = new Y.XmlElement("bulletList");
      const item = new Y.XmlElement("listItem");
      const inside = new Y.XmlElement("paragraph");
      inside.insert(0, [new Y.XmlText(line)]);
      item.insert(0, [inside]);
      list.insert(0, [item]);
      body.insert(1, [list]);
    });
    expect(resolveAnchor(doc, anchor)).toMatchObject({ state: "found", now: "two-hour window" });
  });

  it("when the item was moved", () => {
    const { doc, body } = written(paragraph(words(line)));
    const anchor = quoting(body, "two-hour window");
    (doc.getMap("items").get("t") as Y.Map<unknown>).set("order", "a5V");
    expect(resolveAnchor(doc, anchor)).toMatchObject({ state: "found", changed: false });
  });

  it("when their deletion was undone", () => {
    const { doc, body } = written(paragraph(words(line)));
    const undo = new Y.UndoManager(body);
    const anchor = quoting(body, "two-hour window");
    replace(textAt(body), "two-hour window ", "");
    expect(resolveAnchor(doc, anchor).state).toBe("item");
    undo.undo();
    expect(resolveAnchor(doc, anchor)).toMatchObject({ state: "found", changed: false });
  });

  it.each([
    [
      "a list",
      [bullets([paragraph(words("phone"))], [paragraph(words("in person"))])],
      "in person",
    ],
    [
      "a nested list",
      [bullets([paragraph(words("by")), bullets([paragraph(words("letter or email"))])])],
      "letter or email",
    ],
    [
      "a table",
      [
        table(
          [paragraph(words("Day")), paragraph(words("Hours"))],
          [paragraph(), paragraph(words("9 to 5"))],
        ),
      ],
      "9 to 5",
    ],
    [
      "words partly bold",
      [
        paragraph(
          words("Send the "),
          words("same ", "bold"),
          words("updates", "bold", "italic"),
          words(" by text"),
        ),
      ],
      "the same updates by",
    ],
    [
      "two paragraphs",
      [paragraph(words("ends here.")), paragraph(words("Starts here."))],
      "here.\nStarts",
    ],
  ] as const)("in %s", (_where, content, quote) => {
    const { doc, body } = written(...content);
    const anchor = quoting(body, quote);
    expect(anchor.words?.quote).toBe(quote);
    const first = new Y.XmlElement("paragraph");
    first.insert(0, [new Y.XmlText("Something new above")]);
    body.insert(0, [first]);
    expect(resolveAnchor(doc, anchor)).toMatchObject({
      state: "found",
      now: quote,
      changed: false,
    });
  });

  it("in several texts of one paragraph", () => {
    const { doc, body } = written(paragraph(words("one two ")));
    (body.get(0) as Y.XmlElement).insert(1, [new Y.XmlText("three four")]);
    const anchor = quoting(body, "two three");
    textAt(body).insert(0, "zero ");
    expect(resolveAnchor(doc, anchor)).toMatchObject({ from: 9, now: "two three" });
  });
});

describe("an anchor whose words are gone", () => {
  it("falls back to its item, says so, and gives what stands there now", () => {
    const { doc, body } = written(paragraph(words(line)));
    const anchor = quoting(body, "two-hour window");
    replace(textAt(body), "two-hour window", "morning slot");
    // The same words still stand in the other item: they are not looked for there.
    expect(resolveAnchor(doc, anchor)).toEqual({
      state: "item",
      changed: true,
      now: "morning slot",
    });
  });

  it("is the item, unchanged, when it was about the whole item", () => {
    const { doc } = written(paragraph(words(line)));
    expect(resolveAnchor(doc, { itemId: "t" })).toMatchObject({ state: "item", changed: false });
  });

  it("does not hold on to other words that happen to stand in the place", () => {
    const { doc, body } = written(
      paragraph(words("Answer calls within 40 seconds, day and night.")),
    );
    const anchor = quoting(body, "within 40 seconds");
    replace(textAt(body), "within 40 seconds", "in Welsh when asked");
    expect(resolveAnchor(doc, anchor).state).toBe("item");
  });
});
