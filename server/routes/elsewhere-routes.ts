/** Other statements that one may read: finding needs and requirements there, and reading those that one brings in. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { allKinds, allPriorities } from "../../shared/item-kinds.ts";
import type { RichText } from "../../shared/rich-text.ts";
import { readElsewhere } from "../exchange/elsewhere/read-elsewhere.ts";
import { refusalAnswer } from "./answers.ts";
import { statementParams } from "./inputs.ts";
import type { Means } from "./means.ts";

const tags = ["Other statements"];

const foundKind = z.enum(["outcome", "need", "requirement"]);
const id = statementParams.shape.id;

/** As many as come in at once. */
const mostItems = 100;

const richText = z
  .custom<RichText>()
  .meta({ type: "object", description: "ProseMirror's JSON of the field." });

const origin = z.object({
  title: z.string(),
  reference: z.string(),
  statementId: z.string().optional(),
  itemId: z.string().optional(),
});

const copiedItem = z.object({
  from: z.string().describe("Its id there."),
  kind: z.enum(allKinds),
  priority: z.enum(allPriorities).nullable(),
  level: z.number(),
  raisedBy: z.array(z.string()).readonly(),
  aliases: z.array(z.string()).readonly(),
  fields: z.record(z.string(), richText),
  variations: z
    .array(z.object({ key: z.string(), boroughId: z.string(), text: richText }))
    .readonly(),
  extra: z.record(z.string(), z.string()),
  origin,
});

export const elsewhereRoutes: FastifyPluginAsyncZod<Means> = async (
  app,
  { resources, elsewhere },
) => {
  app.route({
    method: "GET",
    url: "/api/statements/:id/elsewhere",
    schema: {
      summary: "Find outcomes, needs and requirements in the other statements that you may read.",
      description: "By a reference, or by words that all have to be there. Best first.",
      tags,
      params: statementParams,
      querystring: z.object({
        words: z.string().max(200, "Search for at most 200 characters.").default(""),
        statement: id.optional().describe("Only in this one."),
        kind: foundKind.optional(),
      }),
      response: {
        200: z.object({
          items: z
            .array(
              z.object({
                statementId: z.string(),
                title: z.string(),
                itemId: z.string(),
                kind: foundKind,
                reference: z.string(),
                words: z.string(),
                section: z.string(),
                priority: z.enum(allPriorities).nullable(),
              }),
            )
            .readonly(),
          count: z.number().describe("How many there are; the first 50 are given."),
          statements: z
            .array(z.object({ id: z.string(), title: z.string(), items: z.number() }))
            .readonly()
            .describe("The other statements that you may read, the one that changed last first."),
        }),
        ...refusalAnswer,
      },
    },
    handler: ({ params, query, member }) =>
      elsewhere.find({
        personId: member.personId,
        here: params.id,
        statementId: query.statement ?? null,
        words: query.words,
        kind: query.kind ?? null,
        most: 50,
      }),
  });

  app.route({
    method: "GET",
    url: "/api/statements/:id/elsewhere/:from/items",
    schema: {
      summary: "Items of another statement as they come in here, with the links between them.",
      description:
        "Each with its `origin`; without comments, positions, decisions and working notes.",
      tags,
      params: statementParams.extend({ from: id }),
      querystring: z.object({
        ids: z
          .string()
          .max(mostItems * 65)
          .transform((list) => list.split(","))
          .pipe(z.array(id).max(mostItems, `Bring in at most ${mostItems} at once.`))
          .describe("Ids, parted by commas."),
      }),
      response: {
        200: z.object({
          items: z.array(copiedItem).readonly(),
          links: z
            .array(
              z.object({
                requirementId: z.string(),
                needId: z.string(),
                how: z.enum(["fully", "partly"]),
                because: z.string(),
              }),
            )
            .readonly(),
        }),
        ...refusalAnswer,
      },
    },
    handler: ({ params, query, member }) =>
      readElsewhere(resources, {
        personId: member.personId,
        statementId: params.from,
        itemIds: query.ids,
      }),
  });
};
