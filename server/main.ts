/** `npm start`: reads the settings, starts the server, says where to go, stops when told. */
import { startApp, type App } from "./app.ts";
import { nameOf } from "./store/open-postgres.ts";
import { readConfig, type Config } from "./config.ts";

try {
  const config = readConfig();
  const app = await startApp(config);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void app.stop());
  }
  tell(app, config);
} catch (error) {
  console.error(whyNot(error));
  process.exitCode = 1;
}

function tell({ url, startLink }: App, { dataDir, databaseUrl }: Config): void {
  console.log(`Needline runs at ${url}`);
  const where = databaseUrl ? `the database ${nameOf(databaseUrl)}` : dataDir;
  console.log(`Everything is kept in ${where}`);
  if (startLink === null) return;
  console.log("Nobody is here yet. Open this link to be the first. It works once:");
  console.log(startLink);
}

/** What somebody at a terminal can do about it. */
function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE")
    return "The port is taken by another program. Choose another one, for example: PORT=3001 npm start";
  const root = rootOf(error);
  return `Needline could not start. ${error.message}${root === error ? "" : ` ${root.message}`}`;
}

/** What it all began with. */
function rootOf(error: Error): Error {
  return error.cause instanceof Error ? rootOf(error.cause) : error;
}
