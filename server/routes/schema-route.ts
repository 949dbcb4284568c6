/** The schema of the JSON files that are exported and imported, for whoever writes a program for them. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { statementSchema } from "../exchange/json/statement-shape.ts";
import { forAnybody, refusalAnswer } from "./answers.ts";
import type { Means } from "./means.ts";

export const schemaRoute: FastifyPluginAsyncZod<Means> = async (app) => {
  app.route({
    method: "GET",
    url: "/api/schemas/statement.json",
    schema: {
      ...forAnybody,
      summary: "The JSON Schema of the JSON files that are exported and imported.",
      tags: ["Files"],
      response: { 200: z.record(z.string(), z.unknown()), ...refusalAnswer },
    },
    handler: (): Record<string, unknown> => ({ ...statementSchema() }),
  });
};
