/**
 * From one object of a file to the item that it proposes. Promises that every value is somewhere in
 * the item: in a field, in what Needline knows of an item, or kept in `extra` under its name.
 */
import { itemKinds, mainField, type ItemKind } from "../../../shared/item-kinds.ts";
import { needSentence, takeNeedApart } from "../../../shared/need-sentence.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { ProposedItem, ProposedVariation } from "../../../shared/proposed-file.ts";
import { richTextFromPlain, type RichNode, type RichText } from "../../../shared/rich-text.ts";
import { boroughOfVariation } from "../../../shared/variations.ts";
import {
  fieldNamed,
  guessKind,
  guessPriority,
  isPriorityName,
  mainValue,
  plainName,
  textBelow,
} from "./guess-kind.ts";
import { extraOfRichText } from "./kept-of.ts";
import type { SpecObject, Value } from "./read-model.ts";
import { readXhtml, type WhiteSpace } from "./read-xhtml.ts";
import { oneLine } from "./read-xml.ts";
import {
  itemIdOf,
  keptNames,
  kindOfTypeId,
  roleOfDefinitionId,
  standardNames,
  type Role,
} from "./reqif-names.ts";

export interface ProposedObject {
  readonly item: ProposedItem;
  /** What a heading says below its title: an item of its own. */
  readonly below: ProposedItem | null;
  /** Pictures and attached files that could not be kept. */
  readonly pictures: number;
  /** Whether another tool changed the sentence of a need, so that its three parts were read from it. */
  readonly sentenceTaken: boolean;
}

export interface ObjectPlace {
  readonly where: string;
  /** Depth in the hierarchy, 1 to 3. */
  readonly level: number;
  readonly space: WhiteSpace;
}

/** Null when the object says nothing at all. */
export function proposeObject(object: SpecObject, place: ObjectPlace): ProposedObject | null {
  const proposing = new Proposing(object, place);
  return proposing.item();
}

type Building = { -readonly [Name in keyof ProposedItem]: ProposedItem[Name] };

class Proposing {
  readonly #object: SpecObject;
  readonly #place: ObjectPlace;
  readonly #kind: ItemKind;
  readonly #main: Value | undefined;
  readonly #isOurs: boolean;
  readonly #item: Building;
  readonly #fields: Record<string, RichText> = {};
  readonly #extra = new Map<string, string>();
  readonly #differs: (ProposedVariation & { readonly nth: number })[] = [];
  #keys: readonly string[] = [];
  #sentence = "";
  #origin: { title: string; reference: string } | null = null;
  #why = "";
  #pictures = 0;
  #below: ProposedItem | null = null;

  constructor(object: SpecObject, place: ObjectPlace) {
    this.#object = object;
    this.#place = place;
    const own = kindOfTypeId(object.typeId);
    const itemId = itemIdOf(object.id);
    this.#isOurs = own !== null;
    this.#main = own === null ? mainValue(object) : undefined;
    this.#kind = own ?? guessKind(object, this.#main);
    this.#item = {
      key: object.id,
      where: place.where,
      kind: this.#kind,
      reference: "",
      fields: this.#fields,
      ...(itemId === null ? {} : { itemId }),
      ...(this.#kind === "section" ? { level: place.level } : {}),
    };
  }

  item(): ProposedObject | null {
    const textValue =
      this.#isOurs || this.#kind !== "section" ? undefined : textBelow(this.#object, this.#main);
    for (const value of this.#object.values) {
      if (value === textValue) {
        this.#takeBelow(value);
        continue;
      }
      const role = roleOfDefinitionId(value.definitionId) ?? this.#guessRole(value);
      this.#take(value, role);
    }
    this.#takeNames();
    const sentenceTaken = this.#takeSentence();
    if (this.#isEmpty()) return null;
    const variations = this.#variations();
    return {
      below: this.#below,
      item: {
        ...this.#item,
        ...(variations.length > 0 ? { variations } : {}),
        ...(this.#origin ? { origin: this.#origin } : {}),
        ...(this.#extra.size > 0 ? { extra: Object.fromEntries(this.#extra) } : {}),
      },
      pictures: this.#pictures,
      sentenceTaken,
    };
  }

  #guessRole(value: Value): Role {
    const { name } = value;
    const { hasPriority, isRaised } = itemKinds[this.#kind];
    if (value === this.#main) return { is: "field", field: mainField(this.#kind) };
    if (name === standardNames.reference) return { is: "reference" };
    if (hasPriority && isPriorityName(name) && guessPriority(value.text)) return { is: "priority" };
    if (isRaised && plainName(name) === "raised by") return { is: "raisedBy" };
    const field = fieldNamed(this.#kind, name);
    if (field !== null && !(field in this.#fields)) return { is: "field", field };
    const differs = /^Differs for (.+?)(?: \((\d+)\))?$/.exec(name);
    if (differs)
      return { is: "differs", boroughId: differs[1] ?? "", nth: Number(differs[2] ?? 1) };
    return { is: "extra", name };
  }

  #take(value: Value, role: Role): void {
    const words = value.text;
    switch (role.is) {
      case "reference":
        this.#item.reference = oneLine(words);
        break;
      case "name":
        if (words !== this.#item.reference) this.#keep(standardNames.name, words);
        break;
      case "sentence":
        this.#sentence = words;
        break;
      case "field":
        this.#fields[role.field] = this.#fieldText(value, role.field);
        break;
      case "priority":
        this.#takePriority(value);
        break;
      case "raisedBy":
        this.#item.raisedBy = listOf(words, /[;\n]/);
        break;
      case "aliases":
        this.#item.aliases = listOf(words, /\n/);
        break;
      case "level":
        if (/^[123]$/.test(words)) this.#item.level = Number(words);
        break;
      case "keys":
        this.#keys = listOf(words, /\n/);
        break;
      case "notes":
        this.#item.notes = this.#richText(value);
        break;
      case "removed":
        if (words === "true") this.#item.removed = { why: "" };
        break;
      case "removedWhy":
        this.#why = words;
        break;
      case "differs": {
        const { boroughId, nth } = role;
        this.#differs.push({ borough: boroughId, nth, text: this.#richText(value) });
        break;
      }
      case "origin":
        this.#origin = { title: "", reference: "", ...this.#origin, [role.part]: words };
        break;
      case "extra":
        this.#keep(role.name, value.xhtml ? extraOfRichText(this.#richText(value)) : words);
        break;
    }
  }

  #takeBelow(value: Value): void {
    const { key, where } = this.#item;
    const body = this.#richText(value);
    this.#below = { key: `${key}#text`, where, kind: "text", reference: "", fields: { body } };
  }

  #takePriority(value: Value): void {
    const id = /^needline-priority-(must|should|could|wont)$/.exec(value.valueIds[0] ?? "")?.[1];
    const priority = guessPriority(id ?? value.text);
    if (priority) this.#item.priority = priority;
    else this.#keep(value.name, value.text);
  }

  /** What the object is called beside its attributes. */
  #takeNames(): void {
    const { id, alternativeId, longName, description, values } = this.#object;
    if (this.#item.removed && this.#why !== "") this.#item.removed = { why: this.#why };
    const foreign = this.#isOurs || itemIdOf(id) !== null ? alternativeId : id;
    const isMade = id.includes("#");
    if (foreign !== "" && !isMade) this.#keep(keptNames.identifier, foreign);
    if (description !== "") this.#keep(keptNames.description, description);
    const saidElsewhere = [this.#item.reference, id, ...values.map(({ text }) => text)];
    if (longName !== "" && !saidElsewhere.includes(longName)) {
      if (this.#main === undefined && !this.#isOurs)
        this.#fields[mainField(this.#kind)] = richTextFromPlain(longName);
      else this.#keep(keptNames.longName, longName);
    }
    // Without a number of its own, its identifier is what it is known by the next time. Nobody quotes it.
    if (this.#item.reference === "" && !this.#isOurs && !isMade) this.#item.aliases = [id];
  }

  /** Where somebody changed the sentence in another tool, the sentence is what they mean. */
  #takeSentence(): boolean {
    if (this.#kind !== "need") return false;
    const isGuess = this.#main !== undefined;
    const sentence = isGuess
      ? plainText(this.#fields["iNeed"] ?? richTextFromPlain(""))
      : this.#sentence;
    if (
      sentence === "" ||
      (!isGuess && oneLine(needSentence({ fields: this.#fields })) === oneLine(sentence))
    )
      return false;
    const parts = takeNeedApart(sentence);
    if (isGuess && parts.asA === "") return false;
    for (const [name, words] of Object.entries<string>({ ...parts })) {
      delete this.#fields[name];
      if (words !== "") this.#fields[name] = richTextFromPlain(words);
    }
    return !isGuess;
  }

  #variations(): ProposedVariation[] {
    return this.#differs.map(({ borough, nth, text }) => {
      const key = this.#keys.filter((one) => boroughOfVariation(one) === borough)[nth - 1];
      return { borough, text, ...(key === undefined ? {} : { key }) };
    });
  }

  #keep(name: string, value: string): void {
    if (value === "") return;
    const before = this.#extra.get(name);
    const isNew = before === undefined || before === value;
    this.#extra.set(name, isNew ? value : `${before}\n${value}`);
  }

  #isEmpty(): boolean {
    if (this.#isOurs) return false;
    const texts = [...Object.values(this.#fields), ...this.#differs.map(({ text }) => text)];
    return texts.every((text) => plainText(text).trim() === "");
  }

  #richText(value: Value): RichText {
    if (!value.xhtml) return richTextFromPlain(value.text);
    const { text, pictures } = readXhtml(value.xhtml, this.#place.space);
    this.#pictures += pictures;
    return text;
  }

  /** In files of others, a line is one line whatever was written in it. */
  #fieldText(value: Value, name: string): RichText {
    const text = this.#richText(value);
    const field = itemKinds[this.#kind].fields.find((one) => one.name === name);
    return this.#place.space === "collapsed" && field?.lines === "one" ? inOneLine(text) : text;
  }
}

function inOneLine(text: RichText): RichText {
  const isLine = text.content.length <= 1 && text.content.every(({ type }) => type === "paragraph");
  if (isLine) return text;
  const words = linesOf(text.content).flatMap((line, at) =>
    at === 0 ? line : [{ type: "text", text: " " }, ...line],
  );
  return { type: "doc", content: [{ type: "paragraph", content: words }] };
}

function linesOf(nodes: readonly RichNode[]): (readonly RichNode[])[] {
  return nodes.flatMap((node) =>
    node.type === "paragraph" ? (node.content ? [node.content] : []) : linesOf(node.content ?? []),
  );
}

function listOf(words: string, parting: RegExp): string[] {
  return words
    .split(parting)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
