/** Who takes part in a statement: invitations, roles, removing, sign-in links. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { invite, listInvitations, withdrawInvitation } from "../access/invitations.ts";
import { changeRoleOf, removeFromStatement } from "../access/people.ts";
import { makeSignInLink } from "../access/sign-in-links.ts";
import { nameOnce, onceHeaders } from "./asked-once.ts";
import { boroughAnswer, done, refusalAnswer, role } from "./answers.ts";
import { borough, personName, statementParams } from "./inputs.ts";
import type { Means } from "./means.ts";

const tags = ["People"];
const personParams = statementParams.extend({ personId: z.string().min(1).max(64) });

const invitationAnswer = z.object({
  id: z.string(),
  borough: boroughAnswer,
  role,
  agrees: z.boolean(),
  name: z.string().nullable().describe("Whom it is for, or null."),
  madeBy: z.object({ personId: z.string(), name: z.string() }),
  madeAt: z.string(),
  once: z.boolean().describe("Works for one person only."),
  used: z
    .array(z.object({ personId: z.string(), name: z.string(), at: z.string() }))
    .readonly()
    .describe("Who joined by it, oldest first."),
});

export const peopleRoutes: FastifyPluginAsyncZod<Means> = async (app, { resources, site }) => {
  app.route({
    method: "GET",
    url: "/api/statements/:id/invitations",
    schema: {
      summary: "The invitations that were not withdrawn, oldest first. Never their links.",
      tags,
      params: statementParams,
      response: { 200: z.object({ invitations: z.array(invitationAnswer) }), ...refusalAnswer },
    },
    async handler({ params, member }) {
      const asked = { statementId: params.id, by: member.personId };
      return { invitations: await listInvitations(resources, asked) };
    },
  });

  app.route({
    method: "POST",
    url: "/api/statements/:id/invitations",
    schema: {
      summary:
        "Make an invitation link. One that gives lead, editor or agrees works once; the link is shown only now.",
      tags,
      params: statementParams,
      headers: onceHeaders,
      body: z.object({
        borough,
        role,
        agrees: z.boolean().default(false),
        name: personName.nullable().default(null),
      }),
      response: {
        201: z.object({ id: z.string(), url: z.string(), token: z.string() }),
        ...refusalAnswer,
      },
    },
    async handler(request, reply) {
      const { params, member, body } = request;
      const named = nameOnce(resources, request);
      const asked = { statementId: params.id, by: member.personId, ...body, named };
      const { id, token } = await invite(resources, asked);
      return reply.code(201).send({ id, token, url: site.addressOf(request, `/join/${token}`) });
    },
  });

  app.route({
    method: "DELETE",
    url: "/api/statements/:id/invitations/:invitationId",
    schema: {
      summary: "Withdraw an invitation. Whoever joined by it stays.",
      tags,
      params: statementParams.extend({ invitationId: z.string().min(1).max(64) }),
      response: { 200: done, ...refusalAnswer },
    },
    async handler({ params, member }) {
      const { id: statementId, invitationId } = params;
      await withdrawInvitation(resources, { statementId, by: member.personId, invitationId });
      return {};
    },
  });

  app.route({
    method: "PATCH",
    url: "/api/statements/:id/people/:personId",
    schema: {
      summary: "Change somebody's role. The last lead stays lead.",
      tags,
      params: personParams,
      body: z.object({
        role,
        agrees: z.boolean().optional().describe("Left out: stays as it is."),
      }),
      response: { 200: done, ...refusalAnswer },
    },
    async handler({ params, member, body }) {
      const { id: statementId, personId } = params;
      await changeRoleOf(resources, { statementId, by: member.personId, personId, ...body });
      return {};
    },
  });

  app.route({
    method: "DELETE",
    url: "/api/statements/:id/people/:personId",
    schema: {
      summary: "Remove somebody. What they wrote and said stays. The last lead cannot be removed.",
      tags,
      params: personParams,
      response: { 200: done, ...refusalAnswer },
    },
    async handler({ params, member }) {
      const { id: statementId, personId } = params;
      await removeFromStatement(resources, { statementId, by: member.personId, personId });
      return {};
    },
  });

  app.route({
    method: "POST",
    url: "/api/statements/:id/people/:personId/sign-in-link",
    schema: {
      summary: "Make a link that signs somebody in on another device, once, within 7 days.",
      tags,
      params: personParams,
      headers: onceHeaders,
      response: { 201: z.object({ url: z.string() }), ...refusalAnswer },
    },
    async handler(request, reply) {
      const { id: statementId, personId } = request.params;
      const named = nameOnce(resources, request);
      const asked = { statementId, by: request.member.personId, personId, named };
      const token = await makeSignInLink(resources, asked);
      return reply.code(201).send({ url: site.addressOf(request, `/sign-in/${token}`) });
    },
  });
};
