/** An update that is committed, with the parts that it was judged by. */
import * as Y from "yjs";
import type { Run } from "../../shared/touched-items.ts";
import type { ItemEdit } from "../store/text-store.ts";
import type { News } from "./inspect-update.ts";
import { type NewStructs, type Struct, writeUpdate } from "./write-update.ts";

/** What an update comes to. */
export type Parts = Pick<News, "structs" | "places" | "deleted">;

export interface CommittedUpdate extends ItemEdit {
  readonly bytes: Uint8Array;
  /** Left out when it was judged somewhere else: the bytes are read again then. */
  readonly parts?: Parts;
}

export function partsOf({ bytes, parts }: CommittedUpdate): Parts {
  if (parts) return parts;
  const { structs, ds } = Y.decodeUpdate(bytes);
  const news = structs.filter((struct): struct is Struct => !(struct instanceof Y.Skip));
  return {
    structs: [...Map.groupBy(news, ({ id }) => id.client)].map(([client, line]) => ({
      client,
      from: line[0]?.id.clock ?? 0,
      structs: line,
    })),
    places: new Map(),
    deleted: [...ds.clients].flatMap(([client, runs]) =>
      runs.map(({ clock, len }) => ({ client, clock, len })),
    ),
  };
}

/** Everything that the parts insert and delete. */
export function runsOf({ structs, deleted }: Parts): Run[] {
  return [...structs.map(runOf), ...deleted];
}

/** One update that does what they do one after the other. */
export function mergeParts(all: readonly Parts[]): Uint8Array {
  return writeUpdate(
    all.flatMap(({ structs }) => structs),
    all.flatMap(({ deleted }) => deleted),
  );
}

function runOf({ client, from, structs }: NewStructs): Run {
  const last = structs.at(-1);
  return { client, clock: from, len: last ? last.id.clock + last.length - from : 0 };
}
