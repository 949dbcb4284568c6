/**
 * Judges an update before anybody's document sees it. Promises that what is accepted applies
 * whole: it never waits for something that is not here (Yjs cannot take back one update of a client,
 * so a hanging one would hang for ever), and it is written only with client ids of its author.
 */
import * as Y from "yjs";
import { updateLimits } from "../../shared/limits.ts";
import type { Run } from "../../shared/touched-items.ts";
import type { KnownText } from "./known-text.ts";
import { Places } from "./struct-place.ts";
import { findStruct, type NewStructs, type Struct, writeUpdate } from "./write-update.ts";

export type Inspected =
  | {
      readonly state: "refused";
      readonly reason: string;
      /** It speaks of text that is not here: it may be, once the page has sent what the server lacks. */
      readonly isAhead: boolean;
    }
  /** Everything in it is known already. */
  | { readonly state: "nothing" }
  | News;

export interface News {
  readonly state: "news";
  /** The update without what is known already. */
  readonly bytes: Uint8Array;
  readonly structs: readonly NewStructs[];
  /** Where they stand (`struct-place.ts`). */
  readonly places: ReadonlyMap<Struct, string>;
  readonly inserted: readonly Run[];
  readonly deleted: readonly Run[];
  /** Client ids that nobody has written with before. */
  readonly newClients: readonly number[];
}

/** The roots of a statement's document. */
const roots: ReadonlySet<string> = new Set(["about", "items"]);

export function inspectUpdate(bytes: Uint8Array, personId: string, known: KnownText): Inspected {
  try {
    return inspect(Y.decodeUpdate(bytes), personId, known);
  } catch {
    return refused("This is not an update.");
  }
}

function inspect(
  update: ReturnType<typeof Y.decodeUpdate>,
  personId: string,
  known: KnownText,
): Inspected {
  const waiting = new Map<number, Struct[]>();
  const newClients: number[] = [];
  for (const struct of update.structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    if (clock + struct.length <= known.stateOf(client)) continue;
    const problem = problemOf(struct);
    if (problem !== null) return refused(problem);
    const list = waiting.get(client);
    if (list) {
      list.push(struct);
      continue;
    }
    const owner = known.ownerOf(client);
    if (owner === undefined) newClients.push(client);
    else if (owner !== personId) return refused("This was written in another person's name.");
    waiting.set(client, [struct]);
  }
  if (newClients.length > updateLimits.newClients) return refused("Too many client ids at once.");

  const placed = place(waiting, known);
  if (!placed) return refused("This hangs on text that is not here.", true);
  const places = placesOf(waiting, known);
  if (!places) return refused("This stands in two places at once.");
  const deleted: Run[] = [];
  for (const [client, runs] of update.ds.clients) {
    for (const { clock, len } of runs) {
      const run = { client, clock, len };
      if (clock + len > (placed.reached.get(client) ?? known.stateOf(client))) {
        return refused("This deletes text that is not here.", true);
      }
      if (!known.isDeleted(run)) deleted.push(run);
    }
  }
  const { news } = placed;
  if (news.length === 0 && deleted.length === 0) return { state: "nothing" };
  return {
    state: "news",
    bytes: writeUpdate(news, deleted),
    structs: news,
    places,
    inserted: news.map(({ client, from }) => ({
      client,
      clock: from,
      len: (placed.reached.get(client) ?? from) - from,
    })),
    deleted,
    newClients,
  };
}

function refused(reason: string, isAhead = false): Inspected {
  return { state: "refused", reason, isAhead };
}

function problemOf(struct: Struct): string | null {
  if (struct.id.clock + struct.length > updateLimits.clock) return "This is longer than any text.";
  if (!(struct instanceof Y.Item)) return null;
  if (struct.content instanceof Y.ContentDoc) return "A statement holds no other documents.";
  const { parent } = struct;
  if (typeof parent === "string" && !roots.has(parent)) return "This is no part of a statement.";
  return null;
}

/** New structs of one client, of which the first are placed. */
interface Line {
  readonly client: number;
  readonly structs: readonly Struct[];
  placed: number;
}

/** Puts structs one after the other where everything they refer to is there; null when some are left. */
function place(
  waiting: ReadonlyMap<number, readonly Struct[]>,
  known: KnownText,
): { news: NewStructs[]; reached: ReadonlyMap<number, number> } | null {
  const reached = new Map<number, number>();
  const stateOf = (client: number): number => reached.get(client) ?? known.stateOf(client);
  const news: NewStructs[] = [];
  let left: Line[] = [];
  for (const [client, structs] of waiting) {
    if (!isUnbroken(structs)) return null;
    news.push({ client, from: known.stateOf(client), structs });
    left.push({ client, structs, placed: 0 });
  }
  while (left.length > 0) {
    let isStuck = true;
    for (const line of left) {
      let struct = line.structs[line.placed];
      while (struct && canBePlaced(struct, stateOf)) {
        reached.set(line.client, Math.max(stateOf(line.client), struct.id.clock + struct.length));
        line.placed += 1;
        struct = line.structs[line.placed];
        isStuck = false;
      }
    }
    if (isStuck) return null;
    left = left.filter(({ structs, placed }) => placed < structs.length);
  }
  return { news, reached };
}

function canBePlaced(struct: Struct, stateOf: (client: number) => number): boolean {
  const { client, clock } = struct.id;
  if (clock > stateOf(client)) return false;
  if (!(struct instanceof Y.Item)) return true;
  const isThere = (id: Y.ID): boolean =>
    id.client === client ? id.clock < clock : id.clock < stateOf(id.client);
  const { origin, rightOrigin, parent } = struct;
  return (
    (origin === null || isThere(origin)) &&
    (rightOrigin === null || isThere(rightOrigin)) &&
    (!(parent instanceof Y.ID) || isThere(parent))
  );
}

/** Where each struct stands, or null when the neighbours of one do not stand in one place. */
function placesOf(
  waiting: ReadonlyMap<number, readonly Struct[]>,
  known: KnownText,
): ReadonlyMap<Struct, string> | null {
  const places = new Places({
    structAt: (id) =>
      id.clock < known.stateOf(id.client) ? known.structAt(id) : findStruct(waiting, id),
    placeOf: (struct) => known.placeOf(struct),
  });
  const standTogether = [...waiting.values()].every((structs) =>
    structs.every((struct) => places.of(struct) !== null),
  );
  return standTogether ? places.found : null;
}

/** Whether each struct begins where the one before ends: otherwise one id would be written twice. */
function isUnbroken(structs: readonly Struct[]): boolean {
  return structs.every((struct, index) => {
    const before = structs[index - 1];
    return !before || before.id.clock + before.length === struct.id.clock;
  });
}
