/**
 * Reads a JSON file of ours. Promises an answer whatever the bytes are, and that what nobody touched
 * proposes what the statement says already.
 */
import { findBorough } from "../../../shared/boroughs.ts";
import { itemKinds } from "../../../shared/item-kinds.ts";
import type { ProposedFile, ProposedItem } from "../../../shared/proposed-file.ts";
import type { Problem } from "../../../shared/refusal.ts";
import { jsonFormat, jsonFormatNumber, statementShape } from "./statement-shape.ts";
import type { z } from "zod";

type Read = z.output<typeof statementShape>;

/** So many are shown; who wrote the file mends them and sees the rest. */
const mostProblems = 20;

export function readJson(bytes: Uint8Array): ProposedFile {
  const written = parse(bytes);
  if (written === undefined)
    return unreadable("This is not JSON. Save it as JSON in UTF-8, then choose it again.");
  if (!isOurs(written))
    return unreadable(
      `This JSON file is not a statement of Needline: its “format” is not “${jsonFormat}”. Export one to see its form.`,
    );
  if (written.formatNumber !== jsonFormatNumber)
    return unreadable(
      "A newer Needline wrote this file. Export it again from there in another form, as CSV.",
    );
  const read = checked(written);
  return "problems" in read ? { ...nothing, problems: read.problems } : propose(read);
}

const nothing: ProposedFile = {
  format: "json",
  title: "",
  items: [],
  links: [],
  suggestions: [],
  problems: [],
  notices: [],
};

function unreadable(what: string): ProposedFile {
  return { ...nothing, problems: [{ where: "The file", what }] };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function isOurs(written: unknown): written is { readonly formatNumber?: unknown } {
  return (
    typeof written === "object" &&
    written !== null &&
    "format" in written &&
    written.format === jsonFormat
  );
}

function checked(written: unknown): Read | { readonly problems: readonly Problem[] } {
  try {
    const read = statementShape.safeParse(written);
    if (read.success) return read.data;
    const { issues } = read.error;
    return {
      problems: issues.slice(0, mostProblems).map(({ path, message }) => ({
        where: path.length === 0 ? "The file" : path.join(" › "),
        what: message,
      })),
    };
  } catch {
    // Nested so deeply that it cannot be walked.
    return { problems: [{ where: "The file", what: "A text is nested too deeply. Take it out." }] };
  }
}

function propose(read: Read): ProposedFile {
  const names = boroughsOf(read);
  const doubled = problemsOfIds(read);
  return {
    ...nothing,
    title: read.statement.title,
    items: read.items.map((item, at) => proposeItem(item, at, names)),
    links: read.links.map(({ requirementId, needId, how, because }, at) => ({
      where: `links › ${at}`,
      from: requirementId,
      to: needId,
      how,
      because,
    })),
    problems: doubled,
  };
}

function proposeItem(
  item: Read["items"][number],
  at: number,
  names: (boroughId: string) => string,
): ProposedItem {
  const { id, kind, level, reference, priority, raisedBy, aliases, removed } = item;
  const { fields, hasPriority, isRaised } = itemKinds[kind];
  return {
    key: id,
    itemId: id,
    where: reference ?? `items › ${at}`,
    kind,
    reference: reference ?? "",
    fields: Object.fromEntries(
      fields.flatMap(({ name }) => {
        const text = item.fields[name];
        return text ? [[name, text.content] as const] : [];
      }),
    ),
    notes: item.notes.content,
    aliases,
    removed,
    variations: item.variations.map(({ key, boroughId, content }) => ({
      key,
      borough: names(boroughId),
      text: content,
    })),
    ...(kind === "section" ? { level } : {}),
    ...(hasPriority ? { priority } : {}),
    ...(isRaised ? { raisedBy: raisedBy.map(names) } : {}),
    ...(item.origin ? { origin: item.origin } : {}),
    ...(Object.keys(item.extra).length > 0 ? { extra: item.extra } : {}),
  };
}

/** Names, by which another server knows them too; ids of those that share a name. */
function boroughsOf({ boroughs }: Read): (boroughId: string) => string {
  const names = new Map(
    boroughs.map(({ id, name }) => [id, findBorough(boroughs, name)?.id === id ? name : id]),
  );
  return (boroughId) => names.get(boroughId) ?? boroughId;
}

function problemsOfIds({ items, links }: Read): Problem[] {
  const ids = new Set<string>();
  const problems: Problem[] = [];
  for (const [at, { id }] of items.entries()) {
    if (ids.has(id))
      problems.push({
        where: `items › ${at}`,
        what: "Another item has the same id. Give it its own.",
      });
    ids.add(id);
  }
  for (const [at, { requirementId, needId }] of links.entries())
    if (!ids.has(requirementId) || !ids.has(needId))
      problems.push({ where: `links › ${at}`, what: "It links an item that is not in the file." });
  return problems.slice(0, mostProblems);
}
