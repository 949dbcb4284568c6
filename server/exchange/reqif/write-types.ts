/** The datatypes and types of a file: what its objects, relations and their attributes are. */
import { allKinds, itemKinds } from "../../../shared/item-kinds.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { typeOfValues } from "./kept-of.ts";
import { fixedRoles, type Content, type ObjectValue } from "./object-values.ts";
import type { ValueType } from "./read-model.ts";
import type { WrittenRelation } from "./relations-of.ts";
import {
  becauseDefinition,
  definitionIdOf,
  howDefinition,
  longNameOf,
  typeIdOf,
  typeOfRelation,
  type Role,
} from "./reqif-names.ts";
import { xmlAttributes } from "./xml-words.ts";
import type { ItemKind } from "../../../shared/item-kinds.ts";

export interface ObjectOfKind {
  readonly kind: ItemKind;
  readonly values: readonly ObjectValue[];
}

export const specificationType = "needline-type-statement";
const priorityType = "needline-priority";
const howType = "needline-how";

/** Longer than anything that fits in a field; the schema wants a number. */
const longestWords = 1_000_000;

export function writeDatatypes(
  { priorityWords }: Pick<WholeStatement, "priorityWords">,
  changed: string,
): string[] {
  const datatype = (type: ValueType, more = ""): string =>
    `<DATATYPE-DEFINITION-${type} IDENTIFIER="${datatypeOf(type)}"${changed} LONG-NAME="${type}"${more}/>`;
  return [
    datatype("BOOLEAN"),
    datatype("DATE"),
    datatype("INTEGER", ` MAX="999999999999999" MIN="-999999999999999"`),
    datatype("REAL", ` ACCURACY="15" MAX="1.0E15" MIN="-1.0E15"`),
    datatype("STRING", ` MAX-LENGTH="${longestWords}"`),
    datatype("XHTML"),
    enumeration(priorityType, "Priority", Object.entries(priorityWords), changed),
    enumeration(
      howType,
      "How fully",
      [
        ["fully", "Fully"],
        ["partly", "Partly"],
      ],
      changed,
    ),
  ];
}

/** Type of each attribute, by its definition's id. */
export type Definitions = ReadonlyMap<string, ValueType>;

export function writeSpecTypes(
  objects: readonly ObjectOfKind[],
  relations: readonly WrittenRelation[],
  changed: string,
): { readonly types: readonly string[]; readonly definitions: Definitions } {
  const definitions = new Map<string, ValueType>();
  const types = allKinds.map((kind) => {
    const attributes = attributesOf(
      kind,
      objects.filter((object) => object.kind === kind),
    );
    for (const { id, type } of attributes) definitions.set(id, type);
    return specType(
      "SPEC-OBJECT-TYPE",
      typeIdOf(kind),
      itemKinds[kind].label,
      attributes.map((attribute) => definitionOf(attribute, changed)),
      changed,
    );
  });
  const meets = specType(
    "SPEC-RELATION-TYPE",
    typeOfRelation,
    "Meets",
    [
      enumerationDefinition(howDefinition, "How fully", howType, changed),
      definitionOf({ id: becauseDefinition, longName: "Because", type: "STRING" }, changed),
    ],
    changed,
  );
  const others = new Map(relations.map(({ typeId, typeName }) => [typeId, typeName]));
  others.delete(typeOfRelation);
  return {
    definitions,
    types: [
      ...types,
      meets,
      ...[...others].map(([id, name]) => specType("SPEC-RELATION-TYPE", id, name, [], changed)),
      specType("SPECIFICATION-TYPE", specificationType, "Statement", [], changed),
    ],
  };
}

/** The id of an enumeration's value. */
export function valueIdOf(of: "priority" | "how", value: string): string {
  return `needline-${of}-${value}`;
}

interface Attribute {
  readonly id: string;
  readonly longName: string;
  readonly type: ValueType;
}

function attributesOf(kind: ItemKind, objects: readonly ObjectOfKind[]): Attribute[] {
  const longNames = new Map<string, string>();
  const contents = new Map<string, Content[]>();
  const isRich = (role: Role): boolean => role.is === "field" || role.is === "sentence";
  const fixed = new Map<string, ValueType>();
  for (const role of fixedRoles(kind)) {
    const id = definitionIdOf(kind, role);
    longNames.set(id, longNameOf(kind, role, ""));
    fixed.set(id, role.is === "priority" ? "ENUMERATION" : isRich(role) ? "XHTML" : "STRING");
  }
  for (const { values } of objects) {
    for (const { definitionId, longName, content } of values) {
      longNames.set(definitionId, longName);
      const before = contents.get(definitionId);
      if (before) before.push(content);
      else contents.set(definitionId, [content]);
    }
  }
  return [...longNames].map(([id, longName]) => ({
    id,
    longName,
    type: fixed.get(id) ?? typeOfContents(contents.get(id) ?? []),
  }));
}

function typeOfContents(contents: readonly Content[]): ValueType {
  const [first] = contents;
  switch (first?.is) {
    case "rich":
      return "XHTML";
    case "priority":
      return "ENUMERATION";
    case "true":
      return "BOOLEAN";
    case "number":
      return "INTEGER";
    case "extra":
      return typeOfValues(contents.flatMap((one) => (one.is === "extra" ? [one.value] : [])));
    default:
      return "STRING";
  }
}

function definitionOf({ id, longName, type }: Attribute, changed: string): string {
  if (type === "ENUMERATION") return enumerationDefinition(id, longName, priorityType, changed);
  return [
    `<ATTRIBUTE-DEFINITION-${type} IDENTIFIER="${id}"${changed}${xmlAttributes({ "LONG-NAME": longName })}>`,
    `<TYPE><DATATYPE-DEFINITION-${type}-REF>${datatypeOf(type)}</DATATYPE-DEFINITION-${type}-REF></TYPE>`,
    `</ATTRIBUTE-DEFINITION-${type}>`,
  ].join("");
}

function enumerationDefinition(
  id: string,
  longName: string,
  datatype: string,
  changed: string,
): string {
  return [
    `<ATTRIBUTE-DEFINITION-ENUMERATION IDENTIFIER="${id}"${changed} LONG-NAME="${longName}" MULTI-VALUED="false">`,
    `<TYPE><DATATYPE-DEFINITION-ENUMERATION-REF>${datatype}</DATATYPE-DEFINITION-ENUMERATION-REF></TYPE>`,
    `</ATTRIBUTE-DEFINITION-ENUMERATION>`,
  ].join("");
}

function specType(
  element: string,
  id: string,
  longName: string,
  attributes: readonly string[],
  changed: string,
): string {
  const start = `<${element} IDENTIFIER="${id}"${changed}${xmlAttributes({ "LONG-NAME": longName })}`;
  if (attributes.length === 0) return `${start}/>`;
  return [
    `${start}>`,
    `<SPEC-ATTRIBUTES>`,
    ...attributes,
    `</SPEC-ATTRIBUTES>`,
    `</${element}>`,
  ].join("\n");
}

function enumeration(
  id: string,
  longName: string,
  values: readonly (readonly [string, string])[],
  changed: string,
): string {
  const written = values.map(
    ([value, name], key) =>
      `<ENUM-VALUE IDENTIFIER="${id}-${value}"${changed}${xmlAttributes({ "LONG-NAME": name })}><PROPERTIES><EMBEDDED-VALUE KEY="${key}" OTHER-CONTENT="${value}"/></PROPERTIES></ENUM-VALUE>`,
  );
  return [
    `<DATATYPE-DEFINITION-ENUMERATION IDENTIFIER="${id}"${changed} LONG-NAME="${longName}">`,
    `<SPECIFIED-VALUES>`,
    ...written,
    `</SPECIFIED-VALUES>`,
    `</DATATYPE-DEFINITION-ENUMERATION>`,
  ].join("\n");
}

function datatypeOf(type: ValueType): string {
  return `needline-${type.toLowerCase()}`;
}
