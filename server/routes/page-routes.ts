/**
 * The built page and its files. Every address that is not the API's is the page's own: it answers with
 * the page, which shows what is there. Files whose names carry a hash of what is in them are kept for good.
 */
import fastifyStatic from "@fastify/static";
import type { FastifyPluginAsync } from "fastify";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "../../shared/refusal.ts";

/** Folders of addresses that never show the page. */
const notPages = /^\/(api|sync|health|assets)(\/|\?|$)/;

export const pageRoutes: FastifyPluginAsync<{ pageDir: string }> = async (app, { pageDir }) => {
  const isBuilt = await exists(join(pageDir, "index.html"));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: pageDir,
      cacheControl: false,
      // Made when the page is built.
      preCompressed: true,
      setHeaders(reply, path) {
        const isHashed = path.startsWith(join(pageDir, "assets"));
        reply.header(
          "cache-control",
          isHashed ? "public, max-age=31536000, immutable" : "no-cache",
        );
      },
    });
  }

  app.setNotFoundHandler(async (request, reply) => {
    const isForPage = request.method === "GET" && !notPages.test(request.url);
    if (isForPage && isBuilt) return reply.code(200).sendFile("index.html");
    throw new Refusal(
      "not-found",
      isForPage
        ? "The page is not built. Start the server with npm start, which builds it."
        : "There is nothing at this address.",
    );
  });
};

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
