/**
 * What Word's schema asks of a Word statement. In a file of its own: the numbers of bookmarks begin anew in each
 * process, and only the first files of one show whether ours and those of the library meet.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  elementsInside,
  elementsOf,
  type XmlElement,
} from "../../../server/exchange/docx/read-xml.ts";
import { writeWordStatement } from "../../../server/exchange/docx/write-statement.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { generatedStatement } from "./generated-statement.ts";
import { wordParts } from "./word-parts.ts";

const all = { asBoroughId: null, withNeeds: true, withComments: true, withDecisions: true };

async function documentOf(whole: WholeStatement): Promise<XmlElement> {
  const parts = await wordParts(await writeWordStatement(whole, all, false));
  return parts.treeOf("word/document.xml");
}

test("what Word's schema puts in order is in order", async () => {
  await fc.assert(
    fc.asyncProperty(generatedStatement, async (whole) => {
      const tree = await documentOf(whole);
      for (const [name, order] of Object.entries(schemaOrders))
        for (const element of elementsInside(tree, name)) {
          const places = elementsOf(element).map((child) => order.indexOf(child.name));
          expect(places, name).not.toContain(-1);
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      const ids = elementsInside(tree, "w:bookmarkStart").map(({ attrs }) => attrs["w:id"]);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 15 },
  );
}, 60_000);

/** ECMA-376 part 1, as far as we use it. */
const schemaOrders: Readonly<Record<string, readonly string[]>> = {
  "w:pPr": [
    ..."pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr".split(" "),
    ..."suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap".split(" "),
    ..."overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd".split(" "),
    ..."snapToGrid spacing ind contextualSpacing mirrorIndents jc outlineLvl rPr".split(" "),
  ].map((name) => `w:${name}`),
  "w:rPr": [
    ..."rStyle rFonts b bCs i iCs caps strike color spacing kern position sz szCs".split(" "),
    ..."highlight u rtl cs lang".split(" "),
  ].map((name) => `w:${name}`),
  "w:tblPr": [
    ..."tblStyle tblpPr tblOverlap bidiVisual tblW jc tblCellSpacing tblInd".split(" "),
    ..."tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription".split(" "),
  ].map((name) => `w:${name}`),
  "w:tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign"
    .split(" ")
    .map((name) => `w:${name}`),
  "w:tbl": ["w:tblPr", "w:tblGrid", "w:tr"],
  "w:tc": ["w:tcPr", "w:p", "w:tbl"].slice(0, 2),
};
