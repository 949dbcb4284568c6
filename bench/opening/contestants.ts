/** Who opens a stored text: the stored bytes with nothing around them, two peers, and Needline. Each has it in a folder. */
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startChild, type Child } from "../child.ts";
import type { DialectName } from "../driver/dialects.ts";
import type { Ticket } from "../driver/plan.ts";
import { makeHocuspocusFolder } from "../seed/hocuspocus-folder.ts";
import type { LargeText } from "../seed/large-text.ts";
import { makeNeedlineFolder, ticketFor } from "../seed/needline-folder.ts";
import { readySchema } from "../servers/tell-ready.ts";

export interface Contestant {
  readonly id: string;
  readonly name: string;
  readonly dialect: DialectName;
  /** Beside the folder of this file. */
  readonly script: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Whether it takes in what people bring. */
  readonly listens: boolean;
  /** One for each person, and one more. */
  tickets(url: string): readonly Ticket[];
}

/** @param folder where their data is made, with the text in `whole` */
export async function openingContestants(
  folder: string,
  { people, comments, text }: { people: number; comments: number; text: LargeText },
): Promise<Contestant[]> {
  for (const name of ["stored-bytes", "y-websocket-server", "hocuspocus", "needline"]) {
    await mkdir(join(folder, name));
  }
  makeHocuspocusFolder(join(folder, "hocuspocus"), "statement", text.whole);
  const order = { statements: 1, people: people + 1, comments, text };
  const [seats = []] = await makeNeedlineFolder(join(folder, "needline"), order);
  const everybody = (url: string): Ticket[] =>
    Array.from({ length: people + 1 }, () => ({ url: url.replace(/^http/, "ws"), headers: {} }));
  const stored = { STORED_TEXT: join(folder, "whole") };
  return [
    {
      id: "stored-bytes",
      name: "the stored bytes alone",
      dialect: "y-websocket",
      script: "stored-bytes.ts",
      environment: stored,
      listens: false,
      tickets: everybody,
    },
    {
      id: "y-websocket-server",
      name: "@y/websocket-server",
      dialect: "y-websocket",
      script: "y-websocket-server.ts",
      environment: stored,
      listens: true,
      tickets: (url) => everybody(`${url}/statement`),
    },
    {
      id: "hocuspocus",
      name: "@hocuspocus/server",
      dialect: "hocuspocus",
      script: "hocuspocus.ts",
      environment: {},
      listens: true,
      tickets: everybody,
    },
    {
      id: "needline",
      name: "Needline",
      dialect: "needline",
      script: "needline.ts",
      environment: {},
      listens: true,
      tickets: (url) => seats.map((seat) => ticketFor(url, seat)),
    },
  ];
}

/** Starts its server on a copy of its folder, and ends it when the work is done. */
export async function onFreshServer<T>(
  folder: string,
  { id, script, environment, tickets }: Contestant,
  profile: string | undefined,
  work: (server: Child, tickets: readonly Ticket[]) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), "needline-bench-"));
  await cp(join(folder, id), dataDir, { recursive: true });
  const isProfiled = profile !== undefined && id === "needline";
  const server = startChild({
    script: fileURLToPath(new URL(`../servers/${script}`, import.meta.url)),
    args: [dataDir],
    nodeArgs: isProfiled ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : [],
    environment,
    core: 0,
  });
  try {
    const { url } = await server.next(readySchema);
    return await work(server, tickets(url));
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
