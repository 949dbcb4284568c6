/** `npm start`: reads the settings, starts the server, says where to go, stops when told. */
import { startApp } from "./app.ts";
import { readConfig } from "./config.ts";

const config = readConfig();
const app = await startApp(config);

console.log(`Needline runs at ${app.url}`);
console.log(`Everything is kept in ${config.dataDir}`);
if (app.startLink !== null) {
  console.log("Nobody has used it yet. Open this link to be the first; it works once:");
  console.log(app.startLink);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void app.stop());
}
