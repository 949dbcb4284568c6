/** Every answer counts in the figures and makes a line in the log: by its route, never by its address, which holds ids and secrets. */
import type { FastifyInstance } from "fastify";
import type { Metrics } from "../metrics/metrics.ts";

/** Before any route is made: hooks hold for what comes after them. */
export function countAnswers(app: FastifyInstance, metrics: Metrics): void {
  app.decorateReply("refusal", null);
  app.addHook("onResponse", (request, reply, done) => {
    const answered = {
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: reply.statusCode,
      refusal: reply.refusal,
      seconds: reply.elapsedTime / 1000,
    };
    metrics.answered(answered);
    request.log.info(answered, "answered");
    done();
  });
}
