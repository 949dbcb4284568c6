/** ReqIF files that mean harm, or are none. */
import { describe, expect, test } from "vitest";
import { readReqif } from "../../../server/exchange/reqif/read-reqif.ts";
import { aFile, bytesOf } from "./a-reqif-file.ts";
import { aZip } from "./a-zip.ts";

describe("hostile files are refused with what to do", () => {
  const deep = `${"<a>".repeat(300)}${"</a>".repeat(300)}`;
  const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><REQ-IF>&b;</REQ-IF>`;
  const cases: readonly [string, Uint8Array, RegExp][] = [
    ["an entity that grows", bytesOf(laughs), /document type/],
    [
      "an entity that reads a file",
      bytesOf(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><REQ-IF>&x;</REQ-IF>`),
      /document type/,
    ],
    ["great depth", bytesOf(`<REQ-IF>${deep}</REQ-IF>`), /nested too deeply/],
    ["half a file", bytesOf("<REQ-IF><THE-HEADER>"), /broken at line 1/],
    ["another XML", bytesOf("<html/>"), /not a ReqIF file/],
    ["no XML at all", bytesOf("kind,text"), /broken at line/],
    ["nothing", new Uint8Array(), /broken|empty/],
    ["bytes that are no letters", new Uint8Array([60, 0xff, 0xfe, 62]), /cannot be told apart/],
    ["no objects", bytesOf("<REQ-IF/>"), /no objects/],
    ["a zip without ReqIF", aZip([{ name: "a.txt", bytes: "a" }]), /no \.reqif file/],
    [
      "a zip that grows",
      aZip([{ name: "a.reqif", bytes: new Uint8Array(40_000_000) }]),
      /unpacks to far more/,
    ],
    ["a zip with a hostile file", aZip([{ name: "a.reqif", bytes: laughs }]), /document type/],
  ];
  test.each(cases)("%s", async (_, bytes, what) => {
    const { items, problems } = await readReqif(bytes);
    expect(items).toEqual([]);
    expect(problems.map((problem) => problem.what).join()).toMatch(what);
  });

  test("more objects than fit", async () => {
    const objects = Array.from({ length: 10_001 }, (_, at) => ({ id: `o${at}`, says: {} }));
    const { problems } = await readReqif(aFile(objects));
    expect(problems[0]?.what).toMatch(/10,001 objects; at most 10,000 fit/);
  });
});
