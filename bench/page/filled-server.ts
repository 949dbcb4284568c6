/** A server of ours on a folder of its own with a large statement in it, made now or kept from an earlier run. */
import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "../child.ts";
import { readySchema } from "../servers/tell-ready.ts";
import { readSeed, seed, type Seeded, type Wanted } from "./seed.ts";

export interface FilledServer {
  readonly url: string;
  readonly seeded: Seeded;
  /** Ends the server; the folder goes. */
  close(): Promise<void>;
}

/** @param kept a folder in which the filled statements of earlier runs lie, or undefined */
export async function startFilledServer(
  wanted: Wanted,
  kept: string | undefined,
): Promise<FilledServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "needline-bench-page-"));
  const name = [wanted.size, wanted.comments, wanted.others].join("-");
  const keptHere = kept === undefined ? null : join(kept, name);
  if (keptHere !== null && existsSync(keptHere)) await cp(keptHere, dataDir, { recursive: true });
  const filled = readSeed(dataDir);
  let server = await startServer(dataDir);
  let seeded = filled;
  if (!seeded) {
    seeded = await seed(server.ready, dataDir, wanted);
    if (keptHere !== null) {
      await server.child.stop();
      await cp(dataDir, keptHere, { recursive: true });
      server = await startServer(dataDir);
    }
  }
  const { child, ready } = server;
  return {
    url: ready.url,
    seeded,
    async close() {
      await child.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function startServer(dataDir: string) {
  const script = join(import.meta.dirname, "../servers/needline.ts");
  const child = startChild({ script, args: [dataDir], core: 0 });
  return { child, ready: await child.next(readySchema) };
}
