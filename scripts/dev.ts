/**
 * `npm run dev`: the server restarts and the page reloads when a file is saved. The page is at `PORT` (3000), served by
 * vite, which passes on to the server, one port further, what the page asks of it. Ends both when it is stopped.
 */
import { spawn } from "node:child_process";
import { createServer } from "vite";

const pagePort = Number(process.env["PORT"] ?? 3000);
const serverPort = pagePort + 1;
const target = `http://localhost:${serverPort}`;

const page = await createServer({
  server: {
    port: pagePort,
    strictPort: true,
    // The Host stays the page's, so that the server accepts the page's Origin.
    proxy: { "/api": { target }, "/health": { target }, "/sync": { target, ws: true } },
  },
});
await page.listen();

const server = spawn(process.execPath, ["--watch", "--watch-preserve-output", "server/main.ts"], {
  // Links that the server gives out lead to the page.
  env: {
    ...process.env,
    PORT: String(serverPort),
    PUBLIC_URL: `http://localhost:${pagePort}`,
  },
  stdio: ["ignore", "inherit", "inherit"],
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.kill(signal);
    void page.close();
  });
}
server.once("exit", (code) => {
  process.exitCode = code ?? 0;
  void page.close();
});
