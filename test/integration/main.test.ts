/** `npm start`'s program: what it prints, and that it stops when told with everything kept. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { z } from "zod";
import { openStore } from "../../server/store/open-store.ts";

interface Running {
  readonly child: ChildProcess;
  /** Everything it printed so far. */
  readonly lines: string[];
}

/** Resolves when it has printed a line that `isLast` knows. */
async function start(
  settings: Record<string, string>,
  isLast: (line: string) => boolean,
): Promise<Running> {
  const child = spawn(process.execPath, ["server/main.ts"], {
    env: { PATH: process.env["PATH"], PORT: "0", LOG_LEVEL: "error", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      if (isLast(line)) resolve();
    });
  }
  child.once("exit", () => reject(new Error(`It ended after printing: ${lines.join(" | ")}`)));
  await promise;
  return { child, lines };
}

async function stops({ child }: Running, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  // Not "exit": what it printed last may not have arrived then.
  const [code] = z.tuple([z.number().nullable(), z.unknown()]).parse(await once(child, "close"));
  return code;
}

it("prints exactly one line with the start link, the same at each start, and keeps what it was told", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "needline-main-"));
  const isLink = (line: string) => /^http:\/\/localhost:\d+\/start\/[\w-]{43}$/.test(line);
  try {
    const first = await start({ DATA_DIR: dataDir }, isLink);
    const { lines } = first;
    const link = new URL(lines.find(isLink) ?? "");
    expect(lines).toContain(`Needline runs at ${link.origin}`);
    expect(await stops(first, "SIGTERM")).toBe(0);
    expect(lines.filter((line) => line.includes("/start/"))).toHaveLength(1);

    const second = await start({ DATA_DIR: dataDir }, isLink);
    const again = new URL(second.lines.find(isLink) ?? "");
    expect(again.pathname).toBe(link.pathname);
    const token = again.pathname.split("/").at(-1);
    const { status } = await fetch(`${again.origin}/api/start`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token, name: "Ada", borough: "camden" }),
    });
    expect(status).toBe(200);
    expect(await stops(second, "SIGINT")).toBe(0);

    const third = await start({ DATA_DIR: dataDir }, (line) =>
      line.startsWith("Everything is kept in"),
    );
    expect(await stops(third, "SIGTERM")).toBe(0);
    expect(third.lines.join(" ")).not.toContain("/start/");
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});

it("says in one plain line why it cannot start, and ends with 1", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "needline-main-"));
  const taken = createServer();
  await once(taken.listen(0, "localhost"), "listening");
  try {
    const address = taken.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const [corrupt, newer, file] = ["corrupt", "newer", "file"].map((name) => join(dataDir, name));
    if (!corrupt || !newer || !file) throw new Error("three folders");
    await Promise.all([corrupt, newer].map((folder) => mkdir(folder)));
    await writeFile(join(corrupt, "needline.sqlite"), "This is no database. ".repeat(500));
    await writeFile(file, "");
    await (await openStore(newer)).close();
    const database = new DatabaseSync(join(newer, "needline.sqlite"));
    database.exec("insert into kysely_migration values ('9999-later', '2030-01-01')");
    database.close();
    const tries = [
      [{ DATA_DIR: corrupt }, /^Needline could not start\. .*corrupt.* file is not a database$/],
      [{ DATA_DIR: newer }, /^Needline could not start\. .*newer Needline\. Start that one\.$/],
      [{ DATA_DIR: file }, /^Needline could not start\. .*Name another one with DATA_DIR/],
      [{ DATA_DIR: dataDir, PORT: port }, /^The port is taken/],
      [{ DATA_DIR: dataDir, PORT: "many" }, /^Needline could not start\. .*PORT/],
    ] as const;
    for (const [settings, says] of tries) {
      const { child, lines } = await start(settings, (line) => says.test(line));
      expect((await once(child, "close"))[0]).toBe(1);
      expect(lines.some((line) => /^\s+at /.test(line))).toBe(false);
    }
  } finally {
    taken.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
