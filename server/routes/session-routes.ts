/** Who am I: starting, signing in and out. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { londonBoroughs } from "../../shared/boroughs.ts";
import { knownBoroughs } from "../access/boroughs.ts";
import { endSession } from "../access/sessions.ts";
import { signIn } from "../access/sign-in-links.ts";
import { checkStartToken, start } from "../access/start.ts";
import { nameOnce, onceHeaders } from "./asked-once.ts";
import { forAnybody, boroughAnswer, done, refusalAnswer } from "./answers.ts";
import { borough, personName, token } from "./inputs.ts";
import { giveSession, personOf, sessionTokenOf, takeSession } from "./session-cookie.ts";
import { guessLimit } from "./guess-limit.ts";
import type { Means } from "./means.ts";

const personAnswer = z.object({
  id: z.string(),
  name: z.string(),
  boroughId: z.string(),
  boroughName: z.string(),
});

export const sessionRoutes: FastifyPluginAsyncZod<Means> = async (app, means) => {
  const { resources, site, sockets } = means;
  const { people } = resources.store;

  app.route({
    method: "GET",
    url: "/api/me",
    schema: {
      ...forAnybody,
      summary: "Who is signed in, and whether they may start statements.",
      tags: ["People"],
      response: {
        200: z.object({ person: personAnswer.nullable(), mayStart: z.boolean() }),
      },
    },
    async handler(request) {
      const session = await personOf(resources, request);
      const person = session && (await people.person(session.personId));
      return { person, mayStart: person !== null && (await people.mayStart(person.id)) };
    },
  });

  app.route({
    method: "GET",
    url: "/api/boroughs",
    schema: {
      ...forAnybody,
      summary: "The London boroughs; for whoever is signed in also other organisations here.",
      tags: ["People"],
      response: { 200: z.object({ boroughs: z.array(boroughAnswer) }) },
    },
    async handler(request) {
      const isSignedIn = (await personOf(resources, request)) !== null;
      return { boroughs: isSignedIn ? await knownBoroughs(resources) : [...londonBoroughs] };
    },
  });

  app.route({
    method: "GET",
    url: "/api/start/:token",
    config: guessLimit,
    schema: {
      ...forAnybody,
      summary: "Whether the start link still works.",
      tags: ["People"],
      params: z.object({ token }),
      response: { 200: done, ...refusalAnswer },
    },
    async handler(request) {
      await checkStartToken(resources, request.params.token);
      return {};
    },
  });

  app.route({
    method: "POST",
    url: "/api/start",
    config: guessLimit,
    schema: {
      ...forAnybody,
      summary:
        "Use the start link that the server printed: the first person, who may start statements.",
      tags: ["People"],
      headers: onceHeaders,
      body: z.object({ token, name: personName, borough }),
      response: { 200: z.object({ person: personAnswer }), ...refusalAnswer },
    },
    async handler(request, reply) {
      const named = nameOnce(resources, request, request.body.token);
      const person = await start(resources, { ...request.body, named });
      giveSession(site, request, reply, named.token);
      return { person };
    },
  });

  app.route({
    method: "POST",
    url: "/api/sign-in",
    config: guessLimit,
    schema: {
      ...forAnybody,
      summary: "Sign in on another device, with a link that a lead made.",
      tags: ["People"],
      headers: onceHeaders,
      body: z.object({ token }),
      response: { 200: done, ...refusalAnswer },
    },
    async handler(request, reply) {
      const { token: session } = nameOnce(resources, request, request.body.token);
      await signIn(resources, request.body.token, session);
      giveSession(site, request, reply, session);
      return {};
    },
  });

  app.route({
    method: "POST",
    url: "/api/sign-out",
    schema: {
      ...forAnybody,
      summary: "End this session, and close the pages that are open by it.",
      tags: ["People"],
      response: { 200: done },
    },
    async handler(request, reply) {
      const session = sessionTokenOf(request);
      if (session !== null) {
        await endSession(resources, session);
        sockets.closeAll(session);
      }
      takeSession(reply);
      return {};
    },
  });
};
