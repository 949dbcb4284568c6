/** What differs between two versions of a statement, or between one and now. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { compareMoments } from "../exchange/compare/compare-moments.ts";
import { startWordComparison } from "../exchange/compare/start-word-comparison.ts";
import { refusalAnswer } from "./answers.ts";
import { statementParams } from "./inputs.ts";
import type { Means } from "./means.ts";
import { sendFile } from "./send-file.ts";

const moment = z
  .union([z.literal("now"), z.coerce.number<string>().int().positive()])
  .describe("Number of a version, or `now`.");

export const compareRoutes: FastifyPluginAsyncZod<Means> = async (app, { resources }) => {
  app.route({
    method: "GET",
    url: "/api/statements/:id/compare",
    schema: {
      summary: "What differs between two versions, item by item, with the words that changed.",
      tags: ["Versions"],
      params: statementParams,
      querystring: z.object({ from: moment, to: moment }),
      response: {
        200: z
          .unknown()
          .describe(
            "`counts`; `items`: those that differ, in order, each with its `fate`, `fields` (blocks with runs that are same, gone, new or restyled), `variations`, `priority`, `links`; `title`, `priorityWords`, `boroughs`.",
          ),
        ...refusalAnswer,
      },
    },
    async handler({ params: { id: statementId }, query, member: { personId } }, reply) {
      const gone = new AbortController();
      reply.raw.once("close", () => gone.abort());
      const owner = { statementId, personId };
      reply.type("application/json; charset=utf-8");
      await compareMoments(resources, owner, query, gone.signal, async (file) => {
        await sendFile(reply, resources.store.files, file);
      });
      return reply;
    },
  });

  app.route({
    method: "POST",
    url: "/api/statements/:id/compare/word",
    schema: {
      summary: "Begin to write the comparison as a Word file with tracked changes.",
      description:
        "Accepting all changes gives the text of `to`, rejecting all that of `from`. Follow it at `/api/statements/{id}/works/{workId}`; once it is done the file is at `…/file`.",
      tags: ["Versions"],
      params: statementParams,
      body: z.object({ from: moment, to: moment }),
      response: { 200: z.object({ workId: z.string() }), ...refusalAnswer },
    },
    async handler({ params: { id: statementId }, body, member: { personId } }) {
      const owner = { statementId, personId };
      return { workId: await startWordComparison(resources, owner, body) };
    },
  });
};
