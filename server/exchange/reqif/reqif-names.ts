/**
 * What things are called in our ReqIF files. Promises ids that are the same in every export, so that
 * another tool knows an item again: they come from the ids of items, links and fields.
 */
import { itemKinds, mainField, type ItemKind } from "../../../shared/item-kinds.ts";
import { idPart, wordsOfIdPart } from "./xml-words.ts";

export const namespace = "http://www.omg.org/spec/ReqIF/20110401/reqif.xsd";
export const toolName = "Needline";

/** Attributes that the standard's implementation guide names. */
export const standardNames = {
  reference: "ReqIF.ForeignID",
  name: "ReqIF.Name",
  text: "ReqIF.Text",
  title: "ReqIF.ChapterName",
} as const;

/** What an attribute of one of our objects holds. */
export type Role =
  | { readonly is: PlainRole }
  | { readonly is: "field"; readonly field: string }
  | { readonly is: "differs"; readonly boroughId: string; readonly nth: number }
  | { readonly is: "origin"; readonly part: "title" | "reference" }
  | { readonly is: "extra"; readonly name: string };

/** `keys`: which variation is which, a key a line, in the order of their attributes. */
export type PlainRole =
  | "reference"
  | "name"
  | "priority"
  | "raisedBy"
  | "aliases"
  | "level"
  | "keys"
  | "notes"
  | "removed"
  | "removedWhy"
  /** The sentence of a need, made of its three fields. */
  | "sentence";

const plainNames: Readonly<Record<PlainRole, string>> = {
  reference: standardNames.reference,
  name: standardNames.name,
  sentence: standardNames.text,
  priority: "Priority",
  raisedBy: "Raised by",
  aliases: "Also known as",
  level: "Level",
  keys: "Needline variations",
  notes: "Working notes",
  removed: "Not taken forward",
  removedWhy: "Not taken forward because",
};

const ownPrefix = "needline-";
export const typeOfRelation = "needline-meets";
export const howDefinition = "needline-meets-how";
export const becauseDefinition = "needline-meets-because";

/** Names under which what a file says of an object, beside its attributes, is kept in `Item.extra`. */
export const keptNames = {
  identifier: "ReqIF identifier",
  longName: "ReqIF long name",
  description: "ReqIF description",
  /** With the name of the kind of relation after it; the value has an identifier a line. */
  relation: "ReqIF relation: ",
} as const;

const itemPrefix = "needline-item-";

export function objectIdOf(itemId: string): string {
  return `${itemPrefix}${idPart(itemId)}`;
}

/** The item that an object of ours stands for, or null when it is somebody else's. */
export function itemIdOf(objectId: string): string | null {
  return objectId.startsWith(itemPrefix) ? wordsOfIdPart(objectId.slice(itemPrefix.length)) : null;
}

export function placeIdOf(itemId: string): string {
  return `needline-place-${idPart(itemId)}`;
}

export function linkIdOf(threadId: string): string {
  return `needline-link-${idPart(threadId)}`;
}

/** Of a relation that another tool made, given back. */
export function relationIdOf(name: string, source: string, target: string): string {
  return `needline-relation-${idPart(source)}-${idPart(target)}-${idPart(name)}`;
}

export function relationTypeIdOf(name: string): string {
  return `needline-relations-${idPart(name)}`;
}

export function typeIdOf(kind: ItemKind): string {
  return `needline-type-${kind}`;
}

export function kindOfTypeId(id: string): ItemKind | null {
  const kind = /^needline-type-(\w+)$/.exec(id)?.[1];
  return kind !== undefined && Object.hasOwn(itemKinds, kind) ? (kind as ItemKind) : null;
}

export function definitionIdOf(kind: ItemKind, role: Role): string {
  return `${ownPrefix}${kind}-${role.is}${detailOf(role)}`;
}

function detailOf(role: Role): string {
  switch (role.is) {
    case "field":
      return `-${idPart(role.field)}`;
    case "differs":
      return `-${role.nth}-${idPart(role.boroughId)}`;
    case "origin":
      return `-${role.part}`;
    case "extra":
      return `-${idPart(role.name)}`;
    default:
      return "";
  }
}

/** What a definition of ours is for, or null when it is somebody else's. */
export function roleOfDefinitionId(id: string): Role | null {
  const found = /^needline-(?:section|text|outcome|need|requirement)-([A-Za-z]+)(?:-(.*))?$/.exec(
    id,
  );
  if (!found) return null;
  const [, is = "", detail = ""] = found;
  if (Object.hasOwn(plainNames, is)) return { is: is as PlainRole };
  switch (is) {
    case "field":
      return { is, field: wordsOfIdPart(detail) };
    case "extra":
      return { is, name: wordsOfIdPart(detail) };
    case "origin":
      return detail === "title" || detail === "reference" ? { is, part: detail } : null;
    case "differs": {
      const [, nth = "1", boroughId = ""] = /^(\d+)-(.*)$/.exec(detail) ?? [];
      return { is, nth: Number(nth), boroughId: wordsOfIdPart(boroughId) };
    }
    default:
      return null;
  }
}

/** What people read as the name of the attribute. */
export function longNameOf(kind: ItemKind, role: Role, boroughName: string): string {
  switch (role.is) {
    case "field":
      return fieldLabel(kind, role.field);
    case "differs":
      return `Differs for ${boroughName}${role.nth > 1 ? ` (${role.nth})` : ""}`;
    case "origin":
      return role.part === "title" ? "Brought in from" : "Reference there";
    case "extra":
      return role.name;
    default:
      return plainNames[role.is];
  }
}

function fieldLabel(kind: ItemKind, field: string): string {
  if (kind === "section") return standardNames.title;
  if (kind !== "need" && field === mainField(kind)) return standardNames.text;
  return itemKinds[kind].fields.find(({ name }) => name === field)?.label ?? field;
}
