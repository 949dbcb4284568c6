/** ReqIF files as other tools write them, for tests of reading. */

/** One object of a file: its identifier and what its attributes say, rich where the words begin with `<`. */
export interface AnObject {
  readonly id?: string;
  readonly type?: string;
  readonly says: Readonly<Record<string, string>>;
}

/** A file as another tool writes it. */
export function aFile(
  objects: readonly AnObject[],
  { places = "", relations = "" }: { places?: string; relations?: string } = {},
): Uint8Array {
  const names = [...new Set(objects.flatMap(({ says }) => Object.keys(says)))];
  const types = [...new Set(objects.map(({ type = "Requirement" }) => type))];
  const definitions = names
    .map((name, at) => `<ATTRIBUTE-DEFINITION-XHTML IDENTIFIER="d${at}" LONG-NAME="${name}"/>`)
    .join("");
  const value = (name: string, words: string): string => {
    const definition = `<DEFINITION><ATTRIBUTE-DEFINITION-STRING-REF>d${names.indexOf(name)}</ATTRIBUTE-DEFINITION-STRING-REF></DEFINITION>`;
    return words.startsWith("<")
      ? `<ATTRIBUTE-VALUE-XHTML>${definition}<THE-VALUE>${words}</THE-VALUE></ATTRIBUTE-VALUE-XHTML>`
      : `<ATTRIBUTE-VALUE-STRING THE-VALUE="${words}">${definition}</ATTRIBUTE-VALUE-STRING>`;
  };
  const written = objects.map(({ id, type = "Requirement", says }) => {
    const identifier = id === undefined ? "" : ` IDENTIFIER="${id}"`;
    const values = Object.entries(says).map(([name, words]) => value(name, words));
    return `<SPEC-OBJECT${identifier}><TYPE><SPEC-OBJECT-TYPE-REF>t${types.indexOf(type)}</SPEC-OBJECT-TYPE-REF></TYPE><VALUES>${values.join("")}</VALUES></SPEC-OBJECT>`;
  });
  return bytesOf(`<?xml version="1.0" encoding="UTF-8"?>
    <REQ-IF xmlns="http://www.omg.org/spec/ReqIF/20110401/reqif.xsd" xmlns:xhtml="http://www.w3.org/1999/xhtml">
      <THE-HEADER><REQ-IF-HEADER IDENTIFIER="h"><TITLE>Lifts</TITLE></REQ-IF-HEADER></THE-HEADER>
      <CORE-CONTENT><REQ-IF-CONTENT>
        <SPEC-TYPES>${types.map((type, at) => `<SPEC-OBJECT-TYPE IDENTIFIER="t${at}" LONG-NAME="${type}"><SPEC-ATTRIBUTES>${definitions}</SPEC-ATTRIBUTES></SPEC-OBJECT-TYPE>`).join("")}</SPEC-TYPES>
        <SPEC-OBJECTS>${written.join("")}</SPEC-OBJECTS>
        <SPEC-RELATIONS>${relations}</SPEC-RELATIONS>
        <SPECIFICATIONS>${places}</SPECIFICATIONS>
      </REQ-IF-CONTENT></CORE-CONTENT>
    </REQ-IF>`);
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function place(id: string, ...children: readonly string[]): string {
  return `<SPEC-HIERARCHY><OBJECT><SPEC-OBJECT-REF>${id}</SPEC-OBJECT-REF></OBJECT><CHILDREN>${children.join("")}</CHILDREN></SPEC-HIERARCHY>`;
}

export function aSpecification(name: string, ...places: readonly string[]): string {
  return `<SPECIFICATION LONG-NAME="${name}"><CHILDREN>${places.join("")}</CHILDREN></SPECIFICATION>`;
}

export function relation(source: string, target: string): string {
  return `<SPEC-RELATION><SOURCE><SPEC-OBJECT-REF>${source}</SPEC-OBJECT-REF></SOURCE><TARGET><SPEC-OBJECT-REF>${target}</SPEC-OBJECT-REF></TARGET></SPEC-RELATION>`;
}
