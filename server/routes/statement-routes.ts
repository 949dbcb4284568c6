/** Everything under one statement. Whoever is not in it gets the answer that there is none. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Member } from "../../shared/access.ts";
import { noSuchStatement } from "../../shared/refusal.ts";
import { commandRoutes } from "./command-routes.ts";
import { compareRoutes } from "./compare-routes.ts";
import { exportRoute } from "./export-route.ts";
import { elsewhereRoutes } from "./elsewhere-routes.ts";
import { importRoutes } from "./import-routes.ts";
import { statementParams } from "./inputs.ts";
import { historyRoutes } from "./history-routes.ts";
import { noteRoutes } from "./note-routes.ts";
import { noticeRoutes } from "./notice-routes.ts";
import { peopleRoutes } from "./people-routes.ts";
import { readingRoutes } from "./reading-routes.ts";
import { signedInPerson } from "./session-cookie.ts";
import { versionRoutes } from "./version-routes.ts";
import { workRoutes } from "./work-routes.ts";
import type { Means } from "./means.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks, in the statement that the address names. Set for every route under a statement. */
    member: Member;
  }
}

export const statementRoutes: FastifyPluginAsyncZod<Means> = async (app, means) => {
  const { resources } = means;
  app.addHook("onRequest", async (request) => {
    const { personId } = await signedInPerson(resources, request);
    const statement = statementParams.safeParse(request.params);
    const member =
      statement.success && (await resources.store.people.member(statement.data.id, personId));
    if (!member) throw noSuchStatement();
    request.member = member;
  });
  await app.register(readingRoutes, means);
  await app.register(peopleRoutes, means);
  await app.register(commandRoutes, means);
  await app.register(noticeRoutes, means);
  await app.register(noteRoutes, means);
  await app.register(historyRoutes, means);
  await app.register(versionRoutes, means);
  await app.register(compareRoutes, means);
  await app.register(exportRoute, means);
  await app.register(elsewhereRoutes, means);
  await app.register(importRoutes, means);
  await app.register(workRoutes, means);
};
