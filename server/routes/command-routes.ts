/** Commands: one route each, described by the command's own schema. */
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { sayingLimits } from "../../shared/limits.ts";
import { commands } from "../../shared/commands/all.ts";
import type { Command } from "../../shared/commands/command.ts";
import { runCommand } from "../record/run-command.ts";
import { entryAnswer, refusalAnswer } from "./answers.ts";
import { onceHeaders } from "./asked-once.ts";
import { statementParams } from "./inputs.ts";
import type { Means } from "./means.ts";

/** How often one person may give one command. */
function commandLimit({ perMinute = sayingLimits.commandsPerMinute }: Command) {
  return {
    rateLimit: {
      max: perMinute,
      timeWindow: "1 minute",
      keyGenerator: ({ member }: FastifyRequest) => member.personId,
    },
  } as const;
}

export const commandRoutes: FastifyPluginAsyncZod<Means> = async (app, { resources }) => {
  for (const command of commands) {
    app.route({
      method: "POST",
      url: `/api/statements/:id/commands/${command.name}`,
      bodyLimit: sayingLimits.commandBytes,
      config: commandLimit(command),
      schema: {
        summary: command.summary,
        tags: ["Commands"],
        params: statementParams,
        headers: onceHeaders,
        body: command.args,
        response: { 201: z.object({ entry: entryAnswer }), ...refusalAnswer },
      },
      async handler({ params, headers, body, member }, reply) {
        const entry = await runCommand(resources, {
          statementId: params.id,
          personId: member.personId,
          command,
          args: body,
          askedAs: headers["idempotency-key"] ?? null,
        });
        return reply.code(201).send({ entry });
      },
    });
  }
};
