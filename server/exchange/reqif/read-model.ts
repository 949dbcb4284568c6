/**
 * From the XML of a ReqIF file to what it says: objects with their values by name, relations, and
 * specifications with their hierarchy. Promises to make the best of what is missing or named oddly,
 * and to read several files of one exchange as one.
 */
import { childOf, childrenOf, oneLine, wordsIn, type XmlElement } from "./read-xml.ts";

export interface ReqifModel {
  readonly title: string;
  /** The tool that wrote the file. */
  readonly tool: string;
  /** By identifier, in the order of the file. */
  readonly objects: ReadonlyMap<string, SpecObject>;
  readonly relations: readonly SpecRelation[];
  readonly specifications: readonly Specification[];
  /** Objects whose identifier another had before them. */
  readonly doubled: number;
}

export interface SpecObject {
  readonly id: string;
  readonly alternativeId: string;
  readonly longName: string;
  readonly description: string;
  readonly typeId: string;
  /** "" when the type has no name or is missing. */
  readonly typeName: string;
  readonly values: readonly Value[];
}

export interface Value {
  readonly definitionId: string;
  readonly name: string;
  readonly type: ValueType;
  /** Its words; names of an enumeration's values joined by "; ". */
  readonly text: string;
  readonly xhtml: XmlElement | null;
  /** Of an enumeration. */
  readonly valueIds: readonly string[];
}

export type ValueType =
  | "BOOLEAN"
  | "DATE"
  | "ENUMERATION"
  | "INTEGER"
  | "REAL"
  | "STRING"
  | "XHTML";

export interface SpecRelation {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly typeId: string;
  readonly typeName: string;
  readonly values: readonly Value[];
}

export interface Specification {
  readonly name: string;
  readonly places: readonly Place[];
}

/** A place in the hierarchy. */
export interface Place {
  readonly objectId: string;
  readonly children: readonly Place[];
}

/** @param roots the `REQ-IF` elements of the files of one exchange */
export function readModel(roots: readonly XmlElement[]): ReqifModel {
  const contents = roots.map((root) =>
    childOf(childOf(root, "CORE-CONTENT") ?? root, "REQ-IF-CONTENT"),
  );
  const listed = (content: XmlElement | undefined, name: string): XmlElement[] =>
    childrenOf(content, name).flatMap((list) => childrenOf(list));
  const ownNames = contents.map((content) =>
    namesOf([...listed(content, "DATATYPES"), ...listed(content, "SPEC-TYPES")]),
  );
  const allNames = ownNames.flatMap((own) => [...own]);
  /** A file's own names come first: files that were put together may use an identifier for two things. */
  const readAll = <Read>(name: string, read: (element: XmlElement, names: Names) => Read): Read[] =>
    contents.flatMap((content, at) => {
      const names = new Map([...allNames, ...(ownNames[at] ?? [])]);
      return listed(content, name).map((element) => read(element, names));
    });
  const objects = new Map<string, SpecObject>();
  let doubled = 0;
  for (const read of readAll("SPEC-OBJECTS", readObject)) {
    const isDouble = objects.has(read.id);
    if (isDouble) doubled += 1;
    const id = isDouble || read.id === "" ? `${read.id}#${objects.size + 1}` : read.id;
    objects.set(id, { ...read, id });
  }
  const header = childOf(childOf(roots[0], "THE-HEADER"), "REQ-IF-HEADER");
  return {
    title: oneLine(wordsIn(childOf(header, "TITLE"))),
    tool: oneLine(wordsIn(childOf(header, "REQ-IF-TOOL-ID"))),
    objects,
    relations: readAll("SPEC-RELATIONS", readRelation),
    specifications: readAll("SPECIFICATIONS", (element, names) => ({
      name: nameOfSpecification(element, names),
      places: readPlaces(element),
    })),
    doubled,
  };
}

/** Names of types, attributes and values of enumerations, by identifier. */
function namesOf(elements: readonly XmlElement[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = (element: XmlElement): void => {
    const id = attribute(element, "IDENTIFIER");
    if (id !== "") names.set(id, oneLine(attribute(element, "LONG-NAME")));
    for (const name of ["SPEC-ATTRIBUTES", "SPECIFIED-VALUES"])
      for (const child of childrenOf(childOf(element, name))) add(child);
  };
  for (const element of elements) add(element);
  return names;
}

type Names = ReadonlyMap<string, string>;

function readObject(element: XmlElement, names: Names): SpecObject {
  const typeId = referenceIn(childOf(element, "TYPE"));
  return {
    id: attribute(element, "IDENTIFIER"),
    alternativeId: attribute(
      childOf(childOf(element, "ALTERNATIVE-ID"), "ALTERNATIVE-ID"),
      "IDENTIFIER",
    ),
    longName: oneLine(attribute(element, "LONG-NAME")),
    description: attribute(element, "DESC"),
    typeId,
    typeName: names.get(typeId) ?? "",
    values: readValues(element, names),
  };
}

function readRelation(element: XmlElement, names: Names): SpecRelation {
  const typeId = referenceIn(childOf(element, "TYPE"));
  return {
    id: attribute(element, "IDENTIFIER"),
    source: referenceIn(childOf(element, "SOURCE")),
    target: referenceIn(childOf(element, "TARGET")),
    typeId,
    typeName: firstSaid(names.get(typeId), oneLine(attribute(element, "LONG-NAME"))),
    values: readValues(element, names),
  };
}

function nameOfSpecification(element: XmlElement, names: Names): string {
  const named = readValues(element, names).find(({ name }) => /^(?:reqif\.)?name$/i.test(name));
  return oneLine(named?.text ?? "") || oneLine(attribute(element, "LONG-NAME"));
}

function readPlaces(element: XmlElement): Place[] {
  return childrenOf(childOf(element, "CHILDREN"), "SPEC-HIERARCHY").map((child) => ({
    objectId: referenceIn(childOf(child, "OBJECT")),
    children: readPlaces(child),
  }));
}

const valueElement =
  /^ATTRIBUTE-VALUE-(?:(BOOLEAN|DATE|ENUMERATION|INTEGER|REAL|STRING|XHTML)|EMBEDDED.*|SIMPLE.*)$/;

function readValues(element: XmlElement, names: Names): Value[] {
  return childrenOf(childOf(element, "VALUES")).flatMap((child): Value[] => {
    const found = valueElement.exec(child.name);
    if (!found) return [];
    const type = (found[1] ?? "STRING") as ValueType;
    const definitionId = referenceIn(childOf(child, "DEFINITION"));
    const name = firstSaid(names.get(definitionId), definitionId, "Attribute without a name");
    const value = { definitionId, name, type, xhtml: null, valueIds: [] };
    if (type === "XHTML") {
      const xhtml = childOf(child, "THE-VALUE") ?? null;
      return xhtml ? [{ ...value, xhtml, text: oneLine(wordsIn(xhtml)) }] : [];
    }
    if (type === "ENUMERATION") {
      const valueIds = childrenOf(childOf(child, "VALUES")).map((one) => wordsIn(one).trim());
      const text = valueIds.map((id) => firstSaid(names.get(id), id)).join("; ");
      return text === "" ? [] : [{ ...value, valueIds, text }];
    }
    const text = attribute(child, "THE-VALUE") || wordsIn(childOf(child, "THE-VALUE"));
    return text === "" ? [] : [{ ...value, text }];
  });
}

/** The identifier inside `<TYPE><SPEC-OBJECT-TYPE-REF>…</…></TYPE>`, whatever the inner element is called. */
function referenceIn(element: XmlElement | undefined): string {
  return wordsIn(childrenOf(element)[0] ?? element).trim();
}

/** The first that is not empty. */
export function firstSaid(...choices: readonly (string | undefined)[]): string {
  return choices.find((choice) => choice !== undefined && choice !== "") ?? "";
}

function attribute(element: XmlElement | undefined, name: string): string {
  return element?.attributes.get(name) ?? "";
}
