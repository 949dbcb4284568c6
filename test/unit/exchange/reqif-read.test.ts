/** Files of other tools, tidy and untidy. */
import { describe, expect, test } from "vitest";
import { readReqif } from "../../../server/exchange/reqif/read-reqif.ts";
import { writeReqif } from "../../../server/exchange/reqif/write-reqif.ts";
import { emptyRecord } from "../../../shared/record-state.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { richTextFromPlain } from "../../../shared/rich-text.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { anItem } from "../commands/a-statement.ts";
import { aFile, aSpecification, bytesOf, place, relation, type AnObject } from "./a-reqif-file.ts";
import { aZip } from "./a-zip.ts";

/** Each item in a line: "requirement 12: The lift stops at every floor." */
async function outline(bytes: Uint8Array): Promise<string[]> {
  const { items } = await readReqif(bytes);
  return items.map(({ kind, level, reference, aliases = [], fields }) => {
    const words = Object.values(fields).map((text) => plainText(text));
    const names = [reference, ...aliases].filter((name) => name !== "").map((name) => ` ${name}`);
    return `${kind}${level === undefined ? "" : ` ${level}`}${names.join("")}: ${words.join(" / ")}`;
  });
}

describe("an object becomes", () => {
  const cases: readonly [string, AnObject, string][] = [
    [
      "a requirement with its number",
      { says: { "ReqIF.ForeignID": "12", "ReqIF.Text": "<xhtml:div>The lift stops.</xhtml:div>" } },
      "requirement 12: The lift stops.",
    ],
    [
      "a section where it has a chapter name",
      { says: { "ReqIF.ChapterName": "Doors" } },
      "section 1 o1: Doors",
    ],
    [
      "a section where its type is a heading",
      { type: "Heading", says: { Description: "Doors" } },
      "section 1 o1: Doors",
    ],
    [
      "a requirement where it has a title beside its text",
      { says: { "ReqIF.ChapterName": "Doors", "ReqIF.Text": "They open." } },
      "requirement o1: They open.",
    ],
    [
      "a need where it reads like one",
      { says: { Text: "As a tenant, I need to reach my floor so that I get home." } },
      "need o1: tenant / reach my floor / I get home",
    ],
    [
      "a need where its type says so",
      { type: "User need", says: { Text: "A lift that works at night" } },
      "need o1: A lift that works at night",
    ],
    ["an outcome", { type: "Goal", says: { Text: "Fewer stairs" } }, "outcome o1: Fewer stairs"],
    [
      "text",
      { type: "Information", says: { Text: "The lift is old." } },
      "text o1: The lift is old.",
    ],
    [
      "what an attribute says it is",
      { type: "Object", says: { Text: "Fewer stairs", "Object Type": "Objective" } },
      "outcome o1: Fewer stairs",
    ],
    [
      "a requirement with measure and reason",
      { says: { Text: "It stops.", Measure: "Within 2 s", Rationale: "Safety" } },
      "requirement o1: It stops. / Within 2 s / Safety",
    ],
    [
      "what its name says, without a text",
      { says: { "ReqIF.Name": "Doors" } },
      "requirement o1: Doors",
    ],
  ];
  test.each(cases)("%s", async (_, object, expected) => {
    expect(await outline(aFile([{ id: "o1", ...object }]))).toEqual([expected]);
  });
});

describe("what is missing or odd is made the best of", () => {
  test("attributes, types and objects without names or identifiers", async () => {
    const file = bytesOf(
      `<REQ-IF><CORE-CONTENT><REQ-IF-CONTENT><SPEC-OBJECTS><SPEC-OBJECT><VALUES><ATTRIBUTE-VALUE-STRING THE-VALUE="One"/><ATTRIBUTE-VALUE-STRING THE-VALUE="Two"/></VALUES></SPEC-OBJECT><SPEC-OBJECT IDENTIFIER="9 odd/id"><VALUES><ATTRIBUTE-VALUE-STRING THE-VALUE="Three"/></VALUES></SPEC-OBJECT></SPEC-OBJECTS></REQ-IF-CONTENT></CORE-CONTENT></REQ-IF>`,
    );
    expect(await outline(file)).toEqual(["requirement: One", "requirement 9 odd/id: Three"]);
    const { items } = await readReqif(file);
    expect(items[0]?.extra).toEqual({ "Attribute without a name": "Two" });
  });

  test("any prefix, also one that nobody declared", async () => {
    const file = new TextDecoder()
      .decode(
        aFile([{ id: "o1", says: { Text: "<xhtml:p>Stops <xhtml:b>soon</xhtml:b></xhtml:p>" } }]),
      )
      .replaceAll(/<(\/?)(?=[A-Z])/g, "<$1rq:")
      .replaceAll("xhtml:", "reqif-xhtml:");
    expect(await outline(bytesOf(file))).toEqual(["requirement o1: Stops soon"]);
  });

  test("bad dates and numbers are kept as they are", async () => {
    const { items } = await readReqif(
      aFile([{ id: "o1", says: { Text: "It stops.", Changed: "31st of June", Size: "many" } }]),
    );
    expect(items[0]?.extra).toEqual({
      Changed: "31st of June",
      Size: "many",
      "ReqIF identifier": "o1",
    });
  });

  test("UTF-16 and letters by their HTML names", async () => {
    const file = new TextDecoder()
      .decode(aFile([{ id: "o1", says: { Text: "<p>5&nbsp;m &ndash; &unknown; é</p>" } }]))
      .replace("UTF-8", "UTF-16");
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${file}`, "utf16le"));
    expect(await outline(utf16)).toEqual(["requirement o1: 5\u00a0m – &unknown; é"]);
  });

  test("several specifications become sections, one that repeats an object is told", async () => {
    const objects = ["a", "b", "c"].map((id) => ({ id, says: { Text: `Text ${id}` } }));
    const file = aFile(objects, {
      places: aSpecification("Upper", place("a")) + aSpecification("", place("b"), place("a")),
    });
    expect(await outline(file)).toEqual([
      "section 1: Upper",
      "requirement a: Text a",
      "section 1: Specification 2",
      "requirement b: Text b",
      "section 1: Not in any specification",
      "requirement c: Text c",
    ]);
    const { notices } = await readReqif(file);
    expect(notices.map(({ what }) => what)).toEqual([
      "1 place repeats an object that was there before.",
    ]);
  });

  test("numbers that two objects have are told apart by their identifiers", async () => {
    const file = aFile(
      ["a", "b", "c"].map((id) => ({
        id,
        says: { "ReqIF.ForeignID": id === "c" ? "2" : "1", Text: `Text ${id}` },
      })),
    );
    expect(await outline(file)).toEqual([
      "requirement 1 a: Text a",
      "requirement 1 b: Text b",
      "requirement 2: Text c",
    ]);
  });

  test("sections in sections, no deeper than three", async () => {
    const chapter = (id: string) => ({ id, says: { "ReqIF.ChapterName": `Chapter ${id}` } });
    const file = aFile(["a", "b", "c", "d"].map(chapter), {
      places: aSpecification("S", place("a", place("b", place("c", place("d"))))),
    });
    const { items } = await readReqif(file);
    expect(items.map(({ level }) => level)).toEqual([1, 2, 3, 3]);
  });

  test("objects that say nothing are left out and told", async () => {
    const { items, notices } = await readReqif(
      aFile([
        { id: "a", says: { Text: "Stops" } },
        { id: "b", says: {} },
      ]),
    );
    expect(items).toHaveLength(1);
    expect(notices.map(({ what }) => what)).toEqual([
      "1 object says nothing, so nothing came of it.",
    ]);
  });
});

test("a heading with a text below it becomes a section and a text, and what is in it stays in it", async () => {
  const heading = { "ReqIF.ChapterName": "Doors", "ReqIF.Text": "About doors." };
  const file = aFile(
    [
      { id: "a", type: "Heading", says: heading },
      { id: "b", type: "Heading", says: { "ReqIF.ChapterName": "Locks" } },
    ],
    { places: aSpecification("S", place("a", place("b"))) },
  );
  expect(await outline(file)).toEqual([
    "section 1 a: Doors",
    "text: About doors.",
    "section 2 b: Locks",
  ]);
});

describe("relations", () => {
  const objects: readonly AnObject[] = [
    { id: "r1", says: { Text: "The lift stops." } },
    { id: "r2", says: { Text: "The lift is lit." } },
    { id: "n1", type: "User need", says: { Text: "Get home" } },
  ];

  test.each([
    ["from the requirement", relation("r1", "n1")],
    ["from the need", relation("n1", "r1")],
  ])("%s become links", async (_, relations) => {
    const { links, notices } = await readReqif(aFile(objects, { relations }));
    expect(links).toEqual([
      { where: "Relation 1", from: "r1", to: "n1", how: "partly", because: "" },
    ]);
    expect(notices.map(({ what }) => what)).toEqual([
      "1 link does not say how fully. They come in as partly.",
    ]);
  });

  test("between requirements are kept with the first, and given back", async () => {
    const { links, items } = await readReqif(aFile(objects, { relations: relation("r1", "r2") }));
    expect(links).toEqual([]);
    expect(items[0]?.extra?.["ReqIF relation: relation"]).toBe("r2");
    const given = writeReqif(
      aStatement(
        items.map((item, at) => ({
          ...anItem(`item${at}`, item.kind, "words"),
          extra: item.extra ?? {},
        })),
      ),
    );
    expect(new TextDecoder().decode(given).replaceAll("\n", "")).toContain(
      "<TARGET><SPEC-OBJECT-REF>needline-item-item1</SPEC-OBJECT-REF></TARGET><SOURCE><SPEC-OBJECT-REF>needline-item-item0</SPEC-OBJECT-REF></SOURCE>",
    );
    const again = await readReqif(given);
    expect(again.items[0]?.extra).toEqual(items[0]?.extra);
  });
});

describe("a need that somebody changed in another tool", () => {
  const need = {
    ...anItem("need1", "need", "reach my floor"),
    fields: {
      asA: richTextFromPlain("tenant"),
      iNeed: richTextFromPlain("reach my floor"),
      soThat: richTextFromPlain("I get home"),
    },
  };
  const changed = new TextDecoder()
    .decode(writeReqif(aStatement([need])))
    .replace(">As a tenant, I need to reach my floor", ">As a visitor, I need to find the lift");

  test("is read from its sentence", async () => {
    const { items, notices } = await readReqif(bytesOf(changed));
    expect(Object.values(items[0]?.fields ?? {}).map((text) => plainText(text))).toEqual([
      "visitor",
      "find the lift",
      "I get home",
    ]);
    expect(notices).toHaveLength(1);
  });
});

test("a .reqifz with two files and a picture comes in as one", async () => {
  const zip = aZip([
    {
      name: "b.reqif",
      bytes: aFile([{ id: "b", says: { Text: "Second" } }], { relations: relation("b", "n") }),
    },
    {
      name: "a.reqif",
      bytes: aFile([
        {
          id: "n",
          type: "User need",
          says: {
            Text: `<p>First <object data="files/a.png" type="image/png">a plan</object></p>`,
          },
        },
      ]),
    },
    { name: "files/a.png", bytes: "png" },
  ]);
  expect(await outline(zip)).toEqual(["need n: First a plan", "requirement b: Second"]);
  const { links, notices } = await readReqif(zip);
  expect(links).toHaveLength(1);
  expect(notices.map(({ what }) => what)).toContain(
    "1 picture or attached file was left out; the words around stay.",
  );
});

function aStatement(items: WholeStatement["items"]): WholeStatement {
  return {
    statementId: "lifts",
    title: "Lifts",
    priorityWords: { must: "Must", should: "Should", could: "Could", wont: "Won’t" },
    items,
    record: emptyRecord,
    at: "2026-05-14T09:30:00.000Z",
    version: null,
  };
}
