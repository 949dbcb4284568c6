/** Whether the server is up and its database answers: for whatever watches it. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { forAnybody, refusalAnswer } from "./answers.ts";
import type { Means } from "./means.ts";

export const healthRoute: FastifyPluginAsyncZod<Means> = async (app, { resources }) => {
  app.route({
    method: "GET",
    url: "/health",
    schema: {
      ...forAnybody,
      summary: "Whether the server is up and its database answers.",
      tags: ["Server"],
      response: { 200: z.object({ status: z.literal("ok") }), ...refusalAnswer },
    },
    async handler() {
      await resources.store.people.boroughs();
      return { status: "ok" as const };
    },
  });
};
