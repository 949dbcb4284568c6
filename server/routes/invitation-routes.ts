/** What an invitation offers, and joining by it. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { joinByInvitation, offerOf } from "../access/join.ts";
import { nameOnce, onceHeaders } from "./asked-once.ts";
import { forAnybody, refusalAnswer, role } from "./answers.ts";
import { guessLimit } from "./guess-limit.ts";
import { personName, token } from "./inputs.ts";
import { giveSession, personOf } from "./session-cookie.ts";
import type { Means } from "./means.ts";

export const invitationRoutes: FastifyPluginAsyncZod<Means> = async (app, { resources, site }) => {
  app.route({
    method: "GET",
    url: "/api/invitations/:token",
    config: guessLimit,
    schema: {
      ...forAnybody,
      summary: "What an invitation offers.",
      tags: ["People"],
      params: z.object({ token }),
      response: {
        200: z.object({
          statementTitle: z.string(),
          boroughName: z.string(),
          role,
          agrees: z.boolean(),
          name: z.string().nullable().describe("Whom it is for, or null."),
        }),
        ...refusalAnswer,
      },
    },
    handler: (request) => offerOf(resources, request.params.token),
  });

  app.route({
    method: "POST",
    url: "/api/join",
    config: guessLimit,
    schema: {
      ...forAnybody,
      summary: "Join a statement by an invitation. Whoever is signed in just gains the statement.",
      tags: ["People"],
      headers: onceHeaders,
      body: z.object({ token, name: personName }),
      response: { 200: z.object({ statementId: z.string() }), ...refusalAnswer },
    },
    async handler(request, reply) {
      const signedIn = (await personOf(resources, request))?.personId ?? null;
      const named = nameOnce(resources, request, request.body.token);
      const asked = { ...request.body, signedIn, named };
      const { statementId, isNew } = await joinByInvitation(resources, asked);
      if (isNew) giveSession(site, request, reply, named.token);
      return { statementId };
    },
  });
};
