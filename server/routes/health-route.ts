/** For whatever watches the server: whether it lives, whether it can be sent people, and its figures. */
import { timingSafeEqual } from "node:crypto";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Refusal } from "../../shared/refusal.ts";
import { hashToken } from "../access/tokens.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { Resources } from "../resources.ts";
import { forAnybody, refusalAnswer } from "./answers.ts";

export interface HealthMeans {
  readonly resources: Resources;
  readonly metrics: Metrics;
  /** Null lets anybody read the figures. */
  readonly metricsToken: string | null;
  /** Whether the server has been told to stop. */
  isStopping(): boolean;
}

/** A database that takes longer is of no use to somebody who types. */
const answerMs = 2_000;

const tags = ["Server"];

export const healthRoute: FastifyPluginAsyncZod<HealthMeans> = async (app, means) => {
  const { resources, metrics, metricsToken, isStopping } = means;

  app.route({
    method: "GET",
    url: "/health",
    schema: {
      ...forAnybody,
      summary: "Whether the server lives. One that does not answer is to be started again.",
      tags,
      response: { 200: z.object({ status: z.literal("ok") }) },
    },
    handler: () => ({ status: "ok" as const }),
  });

  app.route({
    method: "GET",
    url: "/ready",
    schema: {
      ...forAnybody,
      summary: "Whether people can be sent here: its database answers, and it is not stopping.",
      tags,
      response: { 200: z.object({ status: z.literal("ready") }), ...refusalAnswer },
    },
    async handler() {
      if (isStopping()) throw new Refusal("unavailable", "The server is stopping.");
      if (!(await answersInTime(resources.store.epoch(), answerMs)))
        throw new Refusal("unavailable", "The database does not answer.");
      return { status: "ready" as const };
    },
  });

  app.route({
    method: "GET",
    url: "/metrics",
    schema: {
      ...forAnybody,
      summary: "The server's figures, in Prometheus's text format.",
      tags,
      response: { 200: z.string(), ...refusalAnswer },
    },
    async handler({ headers: { authorization } }, reply) {
      if (metricsToken !== null && !isToken(authorization, metricsToken))
        throw new Refusal("sign-in", "Send METRICS_TOKEN as a bearer token.");
      return reply
        .type(metrics.mediaType)
        .serializer((text) => String(text))
        .send(await metrics.text());
    },
  });
};

async function answersInTime(question: Promise<unknown>, ms: number): Promise<boolean> {
  const { promise: timeIsUp, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), ms);
  const answers = question.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answers, timeIsUp]);
  } finally {
    clearTimeout(timer);
  }
}

/** Compares in a time that tells nothing of the token. */
function isToken(authorization: string | undefined, token: string): boolean {
  const given = Buffer.from(hashToken(authorization ?? ""));
  return timingSafeEqual(given, Buffer.from(hashToken(`Bearer ${token}`)));
}
