/**
 * Writes a Yjs update, version 1, from parts that were inspected, so that what is kept and applied
 * is exactly what was judged (an update may name one client in two places; Yjs reads the last).
 */
import { writeVarUint } from "lib0/encoding";
import * as Y from "yjs";
import type { Run } from "../../shared/touched-items.ts";

export type Struct = Y.Item | Y.GC;

/** New structs of one client, in order of clock, without gaps. */
export interface NewStructs {
  readonly client: number;
  /** Clock of the first that is new: it may lie inside the first struct. */
  readonly from: number;
  readonly structs: readonly Struct[];
}

/**
 * The highest client id comes first, as Yjs writes it: its `mergeUpdates` loses what stands in another order.
 * @param news what comes later from the same client follows on what came before
 */
export function writeUpdate(news: readonly NewStructs[], deletions: readonly Run[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  const newsByClient = Map.groupBy(news, ({ client }) => client);
  writeVarUint(restEncoder, newsByClient.size);
  for (const [client, parts] of [...newsByClient].toSorted(([one], [other]) => other - one)) {
    writeVarUint(
      restEncoder,
      parts.reduce((sum, { structs }) => sum + structs.length, 0),
    );
    encoder.writeClient(client);
    writeVarUint(restEncoder, parts[0]?.from ?? 0);
    for (const { from, structs } of parts) {
      for (const struct of structs) {
        struct.write(encoder, Math.max(0, from - struct.id.clock));
      }
    }
  }
  const runsByClient = Map.groupBy(deletions, (run) => run.client);
  writeVarUint(restEncoder, runsByClient.size);
  for (const [client, runs] of runsByClient) {
    encoder.resetDsCurVal();
    writeVarUint(restEncoder, client);
    writeVarUint(restEncoder, runs.length);
    for (const run of runs) {
      encoder.writeDsClock(run.clock);
      encoder.writeDsLen(run.len);
    }
  }
  return encoder.toUint8Array();
}

/** The struct that holds an id, among lists in order of clock without gaps. */
export function findStruct(
  structsByClient: ReadonlyMap<number, readonly Struct[]>,
  { client, clock }: Y.ID,
): Struct | undefined {
  const structs = structsByClient.get(client) ?? [];
  let low = 0;
  let high = structs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (!struct) return undefined;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return undefined;
}
