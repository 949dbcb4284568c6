/** Notes that only one's own borough sees. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { sayingLimits } from "../../shared/limits.ts";
import { changeNote, notesAfter, withdrawNote, writeNote } from "../notes/borough-notes.ts";
import { nameOnce, onceHeaders } from "./asked-once.ts";
import { done, refusalAnswer } from "./answers.ts";
import { statementParams } from "./inputs.ts";
import type { Means } from "./means.ts";

const tags = ["Notes"];
const noteParams = statementParams.extend({ noteId: z.string().min(1).max(64) });

const words = z
  .string()
  .trim()
  .min(1, "Write something first.")
  .max(sayingLimits.noteCharacters, "A note has at most 10,000 characters.");

const noteAnswer = z.object({
  id: z.string(),
  itemId: z.string().nullable().describe("Null for a note about the whole statement."),
  personId: z.string(),
  at: z.string(),
  words: z.string(),
  revision: z.number().describe("The number of what was done to it last, in this borough."),
  changedAt: z.string().nullable(),
  withdrawnAt: z.string().nullable().describe("Its words are gone for good then."),
});

export const noteRoutes: FastifyPluginAsyncZod<Means> = async (app, { resources }) => {
  app.route({
    method: "GET",
    url: "/api/statements/:id/notes",
    schema: {
      summary: "Your own borough's notes to which something was done after a number.",
      tags,
      params: statementParams,
      querystring: z.object({ after: z.coerce.number<string>().int().nonnegative().default(0) }),
      response: { 200: z.object({ notes: z.array(noteAnswer) }), ...refusalAnswer },
    },
    handler: async ({ params: { id: statementId }, member, query }) => ({
      notes: await notesAfter(resources, { statementId, member }, query.after),
    }),
  });

  app.route({
    method: "POST",
    url: "/api/statements/:id/notes",
    schema: {
      summary: "Write a note that only your own borough sees.",
      tags,
      params: statementParams,
      headers: onceHeaders,
      body: z.object({ itemId: z.string().min(1).max(64).nullable().default(null), words }),
      response: { 201: noteAnswer, ...refusalAnswer },
    },
    async handler(request, reply) {
      const { params, member, body } = request;
      const note = { ...body, id: nameOnce(resources, request).id };
      const asking = { statementId: params.id, member };
      return reply.code(201).send(await writeNote(resources, asking, note));
    },
  });

  app.route({
    method: "PATCH",
    url: "/api/statements/:id/notes/:noteId",
    schema: {
      summary: "Change a note that you wrote.",
      tags,
      params: noteParams,
      body: z.object({ words }),
      response: { 200: noteAnswer, ...refusalAnswer },
    },
    handler: ({ params: { id: statementId, noteId }, member, body }) =>
      changeNote(resources, { statementId, member }, noteId, body.words),
  });

  app.route({
    method: "DELETE",
    url: "/api/statements/:id/notes/:noteId",
    schema: {
      summary: "Take a note back. Its words leave the database.",
      tags,
      params: noteParams,
      response: { 200: done, ...refusalAnswer },
    },
    async handler({ params: { id: statementId, noteId }, member }) {
      await withdrawNote(resources, { statementId, member }, noteId);
      return {};
    },
  });
};
