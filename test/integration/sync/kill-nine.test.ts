/**
 * The server is killed at random moments under load and started again on what is on the disk.
 * `SEED` and `FIRE_SECONDS` as in truth-under-fire.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create, int32 } from "lib0/prng";
import { expect, onTestFinished, test } from "vitest";
import { closeCode } from "../../../shared/sync/close-codes.ts";
import { freePort } from "../../world/free-port.ts";
import { AProcess } from "./a-process.ts";
import { AWriter, wordsOf } from "./a-writer.ts";
import { eventually } from "./eventually.ts";
import { somewhereEmpty } from "../where-kept.ts";
import { secondsUnderFire, seedOfRun } from "./fire-settings.ts";
import { LivePage } from "./live-page.ts";

const seed = seedOfRun();
const seconds = secondsUnderFire(12);

test(
  `what was saved, and what anybody else had seen, is there after kill -9 (seed ${seed})`,
  async () => {
    const random = create(seed);
    const dataDir = await mkdtemp(join(tmpdir(), "needline-kill-"));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const kept = await somewhereEmpty();
    onTestFinished(() => kept[Symbol.asyncDispose]());
    let server = await AProcess.start(dataDir, port, kept.settings);
    onTestFinished(() => server.end());
    const { statementId, cookie } = await begin(url, server);
    const where = { url, statementId, cookie };
    const sum = { kills: 0, saved: 0, seen: 0, both: 0 };
    const did: Record<string, number> = {};

    const endsAt = performance.now() + seconds * 1_000;
    while (performance.now() < endsAt) {
      const writers = ["a", "b", "c", "d"].map(
        (name) => new AWriter(`${name}${sum.kills}n`, random, where),
      );
      onTestFinished(() => {
        for (const { page } of writers) page.end();
      });
      await eventually(() => expect(writers.every(({ page }) => page.isSynced)).toBe(true));
      const dueAt = performance.now() + int32(random, 50, 1_000);
      while (performance.now() < dueAt) {
        for (const writer of writers) writer.acts();
        await new Promise((resolve) => setTimeout(resolve, int32(random, 0, 4)));
      }
      await server.kill("SIGKILL");
      sum.kills += 1;
      // Nobody may bring back what the server has lost.
      for (const { page } of writers) page.provider.disconnect();

      server = await AProcess.start(dataDir, port, kept.settings);
      const fresh = new LivePage(where);
      await eventually(() => expect(fresh.isSynced).toBe(true));
      const there = wordsOf(fresh.doc);
      const takenOut = new Set(writers.flatMap((writer) => [...writer.takenOut]));
      for (const writer of writers) {
        const others = writers.filter((other) => other !== writer);
        const seen = new Set(others.flatMap(({ page }) => [...wordsOf(page.doc).keys()]));
        const saved = new Set(writer.saved().map(({ word }) => word));
        for (const { word, itemId, field } of writer.typed) {
          if (!saved.has(word) && !seen.has(word)) continue;
          sum.saved += saved.has(word) ? 1 : 0;
          sum.seen += seen.has(word) ? 1 : 0;
          sum.both += saved.has(word) && seen.has(word) ? 1 : 0;
          if (takenOut.has(word)) continue;
          expect(there.get(word), `seed ${seed}: ${word}`).toEqual([`${itemId}/${field}`]);
        }
        for (const [what, times] of Object.entries(writer.did)) {
          did[what] = (did[what] ?? 0) + times;
        }
        writer.page.end();
      }
      fresh.end();
    }
    console.log(`seed ${seed}, ${seconds} s:`, { ...sum, ...did });
    expect(sum.kills).toBeGreaterThan(2);
    expect(sum.saved).toBeGreaterThan(100);

    const page = new LivePage(where);
    await eventually(() => expect(page.isSynced).toBe(true));
    expect(await server.kill("SIGTERM")).toBe(0);
    await eventually(() => expect(page.closed?.code).toBe(closeCode.restarting));
    page.end();
  },
  (seconds + 90) * 1_000,
);

/** The first person makes a statement. */
async function begin(
  url: string,
  { lines }: AProcess,
): Promise<{ statementId: string; cookie: string }> {
  await eventually(() => expect(lines.some((line) => line.includes("/start/"))).toBe(true));
  const token = lines.find((line) => line.includes("/start/"))?.split("/start/")[1];
  const headers = { "content-type": "application/json" };
  const started = await fetch(`${url}/api/start`, {
    method: "POST",
    headers,
    body: JSON.stringify({ token, name: "Ada", borough: "camden" }),
  });
  const cookie = started.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const made = await fetch(`${url}/api/statements`, {
    method: "POST",
    headers: { ...headers, cookie },
    body: JSON.stringify({ title: "Repairs" }),
  });
  const { id } = (await made.json()) as { id: string };
  return { statementId: id, cookie };
}
