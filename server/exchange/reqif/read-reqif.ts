/**
 * From the bytes of a `.reqif` or `.reqifz` file to what it proposes. Promises never to throw for what
 * is in a file: one that cannot be read says what to do about it.
 */
import type { ProposedFile, ProposedItem } from "../../../shared/proposed-file.ts";
import type { Problem } from "../../../shared/refusal.ts";
import { richTextFromPlain } from "../../../shared/rich-text.ts";
import { isZip, readZip } from "../zip.ts";
import { keptNames, toolName } from "./reqif-names.ts";
import { proposeObject } from "./propose-object.ts";
import { proposeRelations } from "./propose-relations.ts";
import { firstSaid, readModel, type Place, type ReqifModel } from "./read-model.ts";
import { readXml, type XmlElement } from "./read-xml.ts";

/** Above this a file is refused: it would hold up everybody who writes in the statement. */
const mostObjects = 10_000;

export async function readReqif(bytes: Uint8Array): Promise<ProposedFile> {
  const read = await rootsOf(bytes);
  if (read.state === "refused") return unreadable(read.what);
  const roots = read.roots.filter(({ name }) => name === "REQ-IF");
  if (roots.length === 0)
    return unreadable("This is not a ReqIF file. Export it as ReqIF from the tool that made it.");
  const model = readModel(roots);
  if (model.objects.size > mostObjects)
    return unreadable(
      `The file has ${model.objects.size.toLocaleString("en-GB")} objects; at most ${mostObjects.toLocaleString("en-GB")} fit. Split it.`,
    );
  if (model.objects.size === 0)
    return unreadable("The file has no objects (SPEC-OBJECT), so there is nothing to bring in.");
  return propose(model, read.attachments);
}

type Roots =
  | {
      readonly state: "read";
      readonly roots: readonly XmlElement[];
      readonly attachments: number;
    }
  | { readonly state: "refused"; readonly what: string };

async function rootsOf(bytes: Uint8Array): Promise<Roots> {
  if (!isZip(bytes)) {
    const xml = readXml(bytes);
    return xml.state === "refused" ? xml : { state: "read", roots: [xml.root], attachments: 0 };
  }
  const zip = await readZip(bytes, isReqifName);
  if (zip.state === "refused") return zip;
  const roots: XmlElement[] = [];
  for (const [name, file] of [...zip.files].toSorted(([a], [b]) => a.localeCompare(b))) {
    const xml = readXml(file);
    if (xml.state === "refused") return { state: "refused", what: `${name}: ${xml.what}` };
    roots.push(xml.root);
  }
  if (roots.length === 0)
    return { state: "refused", what: "There is no .reqif file in the zip. Choose another file." };
  return { state: "read", roots, attachments: zip.names.length - roots.length };
}

function isReqifName(name: string): boolean {
  return /\.(?:reqif|xml)$/i.test(name) && !name.startsWith("__MACOSX/");
}

function propose(model: ReqifModel, attachments: number): ProposedFile {
  const space = model.tool.startsWith(toolName) ? "as-written" : "collapsed";
  const items: ProposedItem[] = [];
  const notices: Problem[] = [];
  let pictures = 0;
  let empty = 0;
  let twice = 0;
  let sentences = 0;
  const placed = new Set<string>();
  const add = (objectId: string, level: number): ProposedItem | undefined => {
    const object = model.objects.get(objectId);
    if (!object) return undefined;
    if (placed.has(objectId)) {
      twice += 1;
      return undefined;
    }
    placed.add(objectId);
    const proposed = proposeObject(object, {
      where: `Object ${placed.size}`,
      level: Math.min(level, 3),
      space,
    });
    if (!proposed) {
      empty += 1;
      return undefined;
    }
    items.push(proposed.item, ...(proposed.below ? [proposed.below] : []));
    pictures += proposed.pictures;
    if (proposed.sentenceTaken) sentences += 1;
    return proposed.item;
  };
  /** Only sections make what is below them deeper. */
  const addPlaces = (places: readonly Place[], level: number): void => {
    for (const { objectId, children } of places) {
      const isUnderSection = add(objectId, level)?.kind === "section";
      addPlaces(children, isUnderSection ? level + 1 : level);
    }
  };
  const isOne = model.specifications.length <= 1;
  for (const [at, { name, places }] of model.specifications.entries()) {
    if (!isOne)
      items.push(sectionFor(name || `Specification ${at + 1}`, `specification-${at + 1}`));
    addPlaces(places, isOne ? 1 : 2);
  }
  const loose = [...model.objects.keys()].filter((id) => !placed.has(id));
  if (loose.length > 0 && placed.size > 0)
    items.push(sectionFor("Not in any specification", "not-in-any"));
  for (const id of loose) add(id, 1);
  const relations = proposeRelations(model, toldApart(items));
  return {
    format: "reqif",
    title: firstSaid(model.title, model.specifications[0]?.name),
    items: relations.items,
    links: relations.links,
    suggestions: [],
    problems: [],
    notices: [
      ...notices,
      ...relations.notices,
      ...said(empty, "object says", "objects say", "nothing, so nothing came of it."),
      ...said(twice, "place repeats", "places repeat", "an object that was there before."),
      ...said(model.doubled, "object has", "objects have", "the identifier of another."),
      ...said(
        pictures,
        "picture or attached file was",
        "pictures or attached files were",
        "left out; the words around stay.",
      ),
      ...said(
        attachments,
        "file beside the requirements was",
        "files beside the requirements were",
        "left out.",
      ),
      ...said(
        sentences,
        "need has",
        "needs have",
        "a sentence that was changed in another tool. Check its three parts.",
      ),
    ],
  };
}

/** Tools number each specification by itself: where two objects have one number, their identifiers tell them apart. */
function toldApart(items: readonly ProposedItem[]): ProposedItem[] {
  const byReference = Map.groupBy(items, ({ reference }) => reference);
  return items.map((item) => {
    const identifier = item.extra?.[keptNames.identifier];
    const isAlone = item.reference === "" || (byReference.get(item.reference)?.length ?? 0) < 2;
    if (isAlone || identifier === undefined) return item;
    return { ...item, aliases: [...(item.aliases ?? []), identifier] };
  });
}

function sectionFor(title: string, key: string): ProposedItem {
  return {
    key,
    where: "Specification",
    kind: "section",
    level: 1,
    reference: "",
    fields: { title: richTextFromPlain(title) },
  };
}

function said(count: number, one: string, several: string, rest: string): Problem[] {
  if (count === 0) return [];
  return [{ where: "The file", what: `${count} ${count === 1 ? one : several} ${rest}` }];
}

function unreadable(what: string): ProposedFile {
  return {
    format: "reqif",
    title: "",
    items: [],
    links: [],
    suggestions: [],
    problems: [{ where: "The file", what }],
    notices: [],
  };
}
