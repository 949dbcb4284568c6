/**
 * Needline as `server/main.ts` starts it, on a free port and an empty data folder, in a process that says
 * how much its event loop had to do.
 */
import { z } from "zod";
import { startApp } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { tellReady } from "../servers/tell-ready.ts";

/** Since it was asked last. */
export const loopSays = z.object({
  /** Processor time of the thread that answers everybody. */
  cpuMs: z.number(),
});

if (process.send) {
  const [, , dataDir = "."] = process.argv;
  const app = await startApp(
    readConfig({ ...process.env, DATA_DIR: dataDir, HOST: "127.0.0.1", PORT: "0" }),
  );
  process.once("SIGTERM", () => {
    void app.stop().then(() => process.disconnect?.());
  });
  let before = process.threadCpuUsage();
  process.on("message", () => {
    const { user, system } = process.threadCpuUsage();
    const cpuMs = (user + system - before.user - before.system) / 1_000;
    before = { user, system };
    process.send?.({ cpuMs } satisfies z.infer<typeof loopSays>);
  });
  tellReady({ url: app.url, startLink: app.startLink });
}
