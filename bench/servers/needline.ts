/** Needline as `server/main.ts` starts it, on a free port and an empty data folder. */
import { startApp } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { tellReady } from "./tell-ready.ts";

const [, , dataDir = "."] = process.argv;
const app = await startApp(
  readConfig({ ...process.env, DATA_DIR: dataDir, HOST: "127.0.0.1", PORT: "0" }),
);
process.once("SIGTERM", () => {
  // Ends by itself once everything is closed, so that a profile is written.
  void app.stop().then(() => process.disconnect?.());
});
tellReady({ url: app.url, startLink: app.startLink });
