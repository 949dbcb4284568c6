/** Who wrote what: the story of an item, and what changed since somebody was last here. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Refusal } from "../../shared/refusal.ts";
import { entryAnswer, refusalAnswer } from "./answers.ts";
import { statementParams } from "./inputs.ts";
import type { Means } from "./means.ts";

const tags = ["History"];

const toldAnswer = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("edit"),
    itemId: z.string(),
    part: z
      .string()
      .describe(
        "What changed: `field:NAME`, `variation:KEY` and `notes` are ProseMirror's JSON; `priority`, `level`, `raisedBy`, `place`, `removed` (why, or null) and `made` (the kind) are values.",
      ),
    personId: z.string().describe("Who wrote it, or began it."),
    others: z
      .array(z.string())
      .readonly()
      .describe(
        "Who else wrote in it, in the order in which they began. Empty but where very many wrote in one part at once.",
      ),
    from: z.string().describe("When the person began."),
    at: z.string().describe("When it was last changed in that sitting."),
    before: z.unknown(),
    after: z.unknown(),
  }),
  z.object({ kind: z.literal("entry"), at: z.string(), entry: entryAnswer }),
]);

const storyAnswer = z.object({
  story: z.array(toldAnswer).describe("Newest first."),
  total: z.number(),
});

const paging = z.object({
  skip: z.coerce.number<string>().int().nonnegative().default(0),
  limit: z.coerce.number<string>().int().min(1).max(500).default(100),
});

export const historyRoutes: FastifyPluginAsyncZod<Means> = async (app, { resources, visits }) => {
  const { rooms, processes } = resources;

  app.route({
    method: "GET",
    url: "/api/statements/:id/items/:itemId/history",
    schema: {
      summary: "Everything that was done to an item and said about it, newest first.",
      tags,
      params: statementParams.extend({ itemId: z.string().min(1).max(64) }),
      querystring: paging,
      response: { 200: storyAnswer, ...refusalAnswer },
    },
    async handler({ params: { id, itemId }, query }) {
      await rooms.use(id, (room) => {
        if (!room.item(itemId))
          throw new Refusal("not-found", "That item is not in this statement.");
      });
      return processes.run("tell-story", { statementId: id, of: { itemId }, ...query });
    },
  });

  app.route({
    method: "GET",
    url: "/api/statements/:id/changes",
    schema: {
      summary: "What was done and said after a time, newest first.",
      tags,
      params: statementParams,
      querystring: paging.extend({ since: z.iso.datetime() }),
      response: { 200: storyAnswer, ...refusalAnswer },
    },
    handler: ({ params: { id }, query: { since, ...part } }) =>
      processes.run("tell-story", { statementId: id, of: { since }, ...part }),
  });

  app.route({
    method: "GET",
    url: "/api/statements/:id/visit",
    schema: {
      summary: "Until when you were here before this visit; null on the first one.",
      tags,
      params: statementParams,
      response: { 200: z.object({ before: z.string().nullable() }), ...refusalAnswer },
    },
    handler: async ({ params: { id }, member }) => ({
      before: await visits.before(id, member.personId),
    }),
  });
};
