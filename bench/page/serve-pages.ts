/** Builds the two small pages that ours is measured beside, and serves them on a free port. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { build } from "vite";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

export interface ServedPages extends AsyncDisposable {
  readonly url: string;
}

export async function servePages(): Promise<ServedPages> {
  const folder = await mkdtemp(join(tmpdir(), "needline-bench-pages-"));
  const root = join(import.meta.dirname, "pages");
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    resolve: { dedupe: ["yjs", "lib0", "y-protocols"] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: [join(root, "alone.html"), join(root, "bare.html")] },
    },
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const bytes = await readFile(join(folder, pathname)).catch(() => null);
    if (bytes) response.setHeader("Content-Type", types[extname(pathname)] ?? "text/plain");
    else response.writeHead(404);
    response.end(bytes);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
