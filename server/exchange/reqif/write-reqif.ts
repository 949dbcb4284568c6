/**
 * A statement as a ReqIF 1.2 file: items as objects, sections as hierarchy, links as relations. Promises
 * a file that the OMG's schema takes, with the same ids in every export. docs/reqif.md has the mapping.
 */
import type { Item } from "../../../shared/items.ts";
import type { RichText } from "../../../shared/rich-text.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { boroughNames } from "../export/borough-names.ts";
import { keptOf, richExtra } from "./kept-of.ts";
import { objectValues, type ObjectValue } from "./object-values.ts";
import { placesOf, type WrittenPlace } from "./places-of.ts";
import { relationsOf, type WrittenRelation } from "./relations-of.ts";
import {
  becauseDefinition,
  howDefinition,
  namespace,
  objectIdOf,
  placeIdOf,
  toolName,
  typeIdOf,
} from "./reqif-names.ts";
import {
  specificationType,
  valueIdOf,
  writeDatatypes,
  writeSpecTypes,
  type Definitions,
} from "./write-types.ts";
import { writeXhtml } from "./write-xhtml.ts";
import { idPart, xmlAttributes, xmlText, xmlValue } from "./xml-words.ts";

/** @param whole only what is to be written */
export function writeReqif(whole: WholeStatement): Uint8Array {
  const changed = ` LAST-CHANGE="${xmlValue(whole.at)}"`;
  const { relations, loose } = relationsOf(whole);
  const { places, depths } = placesOf(whole.items);
  const around = { references: whole.record.references, nameOf: boroughNames(whole.record) };
  const objects = whole.items.map((item) => ({
    item,
    kind: item.kind,
    values: objectValues(item, {
      ...around,
      depth: depths.get(item.id) ?? 1,
      loose: loose.get(item.id) ?? new Map(),
    }),
  }));
  const { types, definitions } = writeSpecTypes(objects, relations, changed);
  const specification = `needline-statement-${idPart(whole.statementId)}`;
  const xml = [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<REQ-IF xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">`,
    header(whole),
    `<CORE-CONTENT>`,
    `<REQ-IF-CONTENT>`,
    ...inside("DATATYPES", writeDatatypes(whole, changed)),
    ...inside("SPEC-TYPES", types),
    ...inside(
      "SPEC-OBJECTS",
      objects.map(({ item, values }) => writeObject(item, values, whole, definitions, changed)),
    ),
    ...inside(
      "SPEC-RELATIONS",
      relations.map((relation) => writeRelation(relation, changed)),
    ),
    `<SPECIFICATIONS>`,
    `<SPECIFICATION IDENTIFIER="${specification}"${changed}${xmlAttributes({ "LONG-NAME": whole.title })}>`,
    `<TYPE><SPECIFICATION-TYPE-REF>${specificationType}</SPECIFICATION-TYPE-REF></TYPE>`,
    ...inside(
      "CHILDREN",
      places.map((place) => writePlace(place, changed)),
    ),
    `</SPECIFICATION>`,
    `</SPECIFICATIONS>`,
    `</REQ-IF-CONTENT>`,
    `</CORE-CONTENT>`,
    `</REQ-IF>`,
    "",
  ].join("\n");
  return new TextEncoder().encode(xml);
}

function inside(element: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`<${element}>`, ...lines, `</${element}>`];
}

/** In the order that the schema asks for. A file of ReqIF 1.2 says 1.0, too. */
function header({ statementId, title, at, version }: WholeStatement): string {
  const which =
    version === null
      ? "The statement as it was then."
      : `Version ${version.number}: ${version.name}`;
  return [
    `<THE-HEADER>`,
    `<REQ-IF-HEADER IDENTIFIER="needline-header-${idPart(statementId)}">`,
    `<COMMENT>${xmlText(which)}</COMMENT>`,
    `<CREATION-TIME>${xmlText(at)}</CREATION-TIME>`,
    `<REPOSITORY-ID>${xmlText(statementId)}</REPOSITORY-ID>`,
    `<REQ-IF-TOOL-ID>${toolName}</REQ-IF-TOOL-ID>`,
    `<REQ-IF-VERSION>1.0</REQ-IF-VERSION>`,
    `<SOURCE-TOOL-ID>${toolName}</SOURCE-TOOL-ID>`,
    `<TITLE>${xmlText(title)}</TITLE>`,
    `</REQ-IF-HEADER>`,
    `</THE-HEADER>`,
  ].join("\n");
}

function writeObject(
  item: Item,
  values: readonly ObjectValue[],
  { record }: WholeStatement,
  definitions: Definitions,
  changed: string,
): string {
  const { longName, description, identifier } = keptOf(item);
  const names = xmlAttributes({
    DESC: description,
    "LONG-NAME": longName ?? record.references.get(item.id),
  });
  const alternative = xmlAttributes({ IDENTIFIER: identifier });
  return [
    `<SPEC-OBJECT IDENTIFIER="${objectIdOf(item.id)}"${changed}${names}>`,
    ...(identifier === undefined
      ? []
      : [`<ALTERNATIVE-ID><ALTERNATIVE-ID${alternative}/></ALTERNATIVE-ID>`]),
    `<TYPE><SPEC-OBJECT-TYPE-REF>${typeIdOf(item.kind)}</SPEC-OBJECT-TYPE-REF></TYPE>`,
    ...inside(
      "VALUES",
      values.map((value) => writeValue(value, definitions)),
    ),
    `</SPEC-OBJECT>`,
  ].join("\n");
}

function writeValue({ definitionId, content }: ObjectValue, definitions: Definitions): string {
  switch (content.is) {
    case "words":
      return simple("STRING", definitionId, content.words);
    case "rich":
      return rich(definitionId, writeXhtml(content.text));
    case "priority":
      return chosen(definitionId, valueIdOf("priority", content.priority));
    case "true":
      return simple("BOOLEAN", definitionId, "true");
    case "number":
      return simple("INTEGER", definitionId, String(content.number));
    case "extra": {
      const type = definitions.get(definitionId) ?? "STRING";
      if (type !== "XHTML") return simple(type, definitionId, content.value);
      return rich(definitionId, writeXhtml(richExtra(content.value) ?? onlyWords(content.value)));
    }
  }
}

/** Not `richTextFromPlain`: every line break and space stays. */
function onlyWords(words: string): RichText {
  return {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
  };
}

function simple(type: string, definitionId: string, value: string): string {
  return `<ATTRIBUTE-VALUE-${type}${xmlAttributes({ "THE-VALUE": value })}>${definition(type, definitionId)}</ATTRIBUTE-VALUE-${type}>`;
}

function rich(definitionId: string, xhtml: string): string {
  return `<ATTRIBUTE-VALUE-XHTML>${definition("XHTML", definitionId)}<THE-VALUE>${xhtml}</THE-VALUE></ATTRIBUTE-VALUE-XHTML>`;
}

function chosen(definitionId: string, valueId: string): string {
  return `<ATTRIBUTE-VALUE-ENUMERATION><VALUES><ENUM-VALUE-REF>${valueId}</ENUM-VALUE-REF></VALUES>${definition("ENUMERATION", definitionId)}</ATTRIBUTE-VALUE-ENUMERATION>`;
}

function definition(type: string, id: string): string {
  return `<DEFINITION><ATTRIBUTE-DEFINITION-${type}-REF>${id}</ATTRIBUTE-DEFINITION-${type}-REF></DEFINITION>`;
}

function writeRelation(
  { id, typeId, source, target, meets }: WrittenRelation,
  changed: string,
): string {
  const values = meets
    ? [
        chosen(howDefinition, valueIdOf("how", meets.how)),
        ...(meets.because === "" ? [] : [simple("STRING", becauseDefinition, meets.because)]),
      ]
    : [];
  return [
    `<SPEC-RELATION IDENTIFIER="${id}"${changed}>`,
    ...inside("VALUES", values),
    `<TARGET><SPEC-OBJECT-REF>${target}</SPEC-OBJECT-REF></TARGET>`,
    `<SOURCE><SPEC-OBJECT-REF>${source}</SPEC-OBJECT-REF></SOURCE>`,
    `<TYPE><SPEC-RELATION-TYPE-REF>${typeId}</SPEC-RELATION-TYPE-REF></TYPE>`,
    `</SPEC-RELATION>`,
  ].join("\n");
}

function writePlace({ itemId, children }: WrittenPlace, changed: string): string {
  return [
    `<SPEC-HIERARCHY IDENTIFIER="${placeIdOf(itemId)}"${changed}>`,
    `<OBJECT><SPEC-OBJECT-REF>${objectIdOf(itemId)}</SPEC-OBJECT-REF></OBJECT>`,
    ...inside(
      "CHILDREN",
      children.map((child) => writePlace(child, changed)),
    ),
    `</SPEC-HIERARCHY>`,
  ].join("\n");
}
