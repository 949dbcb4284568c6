/** Needline as `server/main.ts` starts it, on a free port and an empty data folder; on a slow disk when asked. */
import { setTimeout as sleep } from "node:timers/promises";
import { startApp } from "../../server/app.ts";
import type { Store } from "../../server/store/store.ts";
import { readConfig } from "../../server/config.ts";
import { sayMemory } from "./say-memory.ts";
import { tellReady } from "./tell-ready.ts";

const [, , dataDir = ".", commitMs = "0"] = process.argv;
const app = await startApp(
  readConfig({ ...process.env, DATA_DIR: dataDir, HOST: "127.0.0.1", PORT: "0" }),
  { between: slowDisk(Number(commitMs)) },
);
process.once("SIGTERM", () => {
  // Ends by itself once everything is closed, so that a profile is written.
  void app.stop().then(() => process.disconnect?.());
});
sayMemory();
tellReady({ url: app.url, startLink: app.startLink });

/** A store that takes so much longer to keep something. One commit is under way at a time, as on a disk. */
function slowDisk(ms: number): ((store: Store) => Store) | undefined {
  if (ms === 0) return undefined;
  return (store) => ({
    ...store,
    text: {
      ...store.text,
      commit: async (commit) => {
        const result = await store.text.commit(commit);
        await sleep(ms);
        return result;
      },
    },
  });
}
