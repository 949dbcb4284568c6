/** One's statements: listing them, starting one, opening the example. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { allOutlineIds } from "../../shared/outlines.ts";
import { openExample } from "../example/open-example.ts";
import { startStatement } from "../exchange/starting/start-statement.ts";
import { nameOnce, onceHeaders } from "./asked-once.ts";
import { refusalAnswer, role } from "./answers.ts";
import { signedInPerson } from "./session-cookie.ts";
import { statementParams, title } from "./inputs.ts";
import type { Means } from "./means.ts";

const made = z.object({ id: z.string() });

const from = z.union([
  z.object({ statementId: statementParams.shape.id.describe("One that you may read.") }),
  z.object({ outline: z.enum(allOutlineIds) }),
]);

export const statementListRoutes: FastifyPluginAsyncZod<Means> = async (app, { resources }) => {
  app.route({
    method: "GET",
    url: "/api/statements",
    schema: {
      summary: "The statements you are in, the one that changed last first.",
      tags: ["Statements"],
      response: {
        200: z.object({
          statements: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              role,
              boroughs: z
                .array(z.string())
                .readonly()
                .describe("Names of the boroughs that take part."),
              items: z.number().describe("How many items it has, removed ones left out."),
              lastChanged: z.string(),
            }),
          ),
        }),
        ...refusalAnswer,
      },
    },
    async handler(request) {
      const { personId } = await signedInPerson(resources, request);
      return { statements: await resources.store.people.statementsOf(personId) };
    },
  });

  app.route({
    method: "POST",
    url: "/api/statements",
    schema: {
      summary: "Start a statement, which you lead: empty, or from an earlier one or an outline.",
      description:
        "From an earlier statement come its items with their links, each with its `origin`; comments, positions and decisions stay behind.",
      tags: ["Statements"],
      headers: onceHeaders,
      body: z.object({ title, from: from.optional() }),
      response: { 201: made, ...refusalAnswer },
    },
    async handler(request, reply) {
      const { personId } = await signedInPerson(resources, request);
      const { id } = nameOnce(resources, request);
      const { title: called, from: point = null } = request.body;
      await startStatement(resources, { id, personId, title: called, from: point });
      return reply.code(201).send({ id });
    },
  });

  app.route({
    method: "POST",
    url: "/api/statements/example",
    schema: {
      summary: "Open a copy of the example statement, which you lead.",
      tags: ["Statements"],
      headers: onceHeaders,
      response: { 201: made, ...refusalAnswer },
    },
    async handler(request, reply) {
      const { personId } = await signedInPerson(resources, request);
      const { id } = nameOnce(resources, request);
      await openExample(resources, id, personId);
      return reply.code(201).send({ id });
    },
  });
};
