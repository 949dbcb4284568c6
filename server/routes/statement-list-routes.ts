/** One's statements: listing them, starting one, opening the example. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { openExample } from "../example/open-example.ts";
import { makeStatement } from "../record/make-statement.ts";
import { refusalAnswer, role } from "./answers.ts";
import { signedInPerson } from "./session-cookie.ts";
import { title } from "./inputs.ts";
import type { Means } from "./means.ts";

const made = z.object({ id: z.string() });

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
      summary: "Start an empty statement, which you lead.",
      tags: ["Statements"],
      body: z.object({ title }),
      response: { 201: made, ...refusalAnswer },
    },
    async handler(request, reply) {
      const { personId } = await signedInPerson(resources, request);
      const id = await makeStatement(resources, { personId, title: request.body.title });
      return reply.code(201).send({ id });
    },
  });

  app.route({
    method: "POST",
    url: "/api/statements/example",
    schema: {
      summary: "Open a copy of the example statement, which you lead.",
      tags: ["Statements"],
      response: { 201: made, ...refusalAnswer },
    },
    async handler(request, reply) {
      const { personId } = await signedInPerson(resources, request);
      return reply.code(201).send({ id: await openExample(resources, personId) });
    },
  });
};
