/** Versions: which there are, reading one, and putting text back as it was in one. Making and issuing are commands. */
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { sayingLimits } from "../../shared/limits.ts";
import type { Item } from "../../shared/items.ts";
import { positionState } from "../../shared/position-state.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { membersIn, refuseUnlessAllowed } from "../../shared/members.ts";
import { versionsIn } from "../../shared/version.ts";
import type { WholeStatement } from "../../shared/whole-statement.ts";
import { describeText } from "../record/describe-item.ts";
import { readVersion, versionOf } from "../versions/read-version.ts";
import { restore, undo } from "../versions/restore.ts";
import { entryAnswer, refusalAnswer } from "./answers.ts";
import { onceHeaders } from "./asked-once.ts";
import { statementParams } from "./inputs.ts";
import type { Means } from "./means.ts";
import { describeVersion, versionAnswer, versionTextAnswer } from "./version-answer.ts";

const tags = ["Versions"];

const number = z.coerce.number<string>().int().positive();
const versionParams = statementParams.extend({ number });

const restoreLimit = {
  rateLimit: {
    max: sayingLimits.restoresPerMinute,
    timeWindow: "1 minute",
    keyGenerator: ({ member }: FastifyRequest) => member.personId,
  },
} as const;

export const versionRoutes: FastifyPluginAsyncZod<Means> = async (app, { resources }) => {
  const { rooms, store } = resources;

  app.route({
    method: "GET",
    url: "/api/statements/:id/versions",
    schema: {
      summary: "The versions of a statement, newest first.",
      tags,
      params: statementParams,
      response: { 200: z.object({ versions: z.array(versionAnswer) }), ...refusalAnswer },
    },
    handler: ({ params: { id } }) =>
      rooms.use(id, ({ record }) => ({
        versions: versionsIn(record).map((version) => describeVersion(version, record)),
      })),
  });

  app.route({
    method: "GET",
    url: "/api/statements/:id/versions/:number",
    schema: {
      summary: "A version: the whole text as it was, and what boroughs said of it then.",
      tags,
      params: versionParams,
      response: { 200: versionTextAnswer, ...refusalAnswer },
    },
    async handler({ params }) {
      const now = await rooms.use(params.id, ({ record }) => record);
      const version = versionOf(now, params.number);
      const then = await readVersion(store, params.id, params.number);
      return { version: describeVersion(version, now), ...describeWhole(then) };
    },
  });

  app.route({
    method: "POST",
    url: "/api/statements/:id/versions/:number/restore",
    config: restoreLimit,
    schema: {
      summary: "Put the whole text, or one item, back as it was in a version, by new edits.",
      tags,
      params: versionParams,
      headers: onceHeaders,
      body: z.object({
        itemId: z.string().min(1).max(64).nullable().describe("Null for the whole statement."),
      }),
      response: {
        201: z.object({ entry: entryAnswer, changedItems: z.number() }),
        ...refusalAnswer,
      },
    },
    async handler({ params, headers, body, member }, reply) {
      refuseUnlessAllowed(member, "restore");
      const restored = await restore(resources, {
        statementId: params.id,
        personId: member.personId,
        number: params.number,
        itemId: body.itemId,
        askedAs: headers["idempotency-key"] ?? null,
      });
      return reply.code(201).send(restored);
    },
  });

  app.route({
    method: "POST",
    url: "/api/statements/:id/restores/:number/undo",
    config: restoreLimit,
    schema: {
      summary: "Undo a restore, of what has not changed since.",
      tags,
      params: versionParams.extend({ number: number.describe("Of the restore's entry.") }),
      response: {
        201: z.object({ entry: entryAnswer, changedItems: z.number(), leftItems: z.number() }),
        ...refusalAnswer,
      },
    },
    async handler({ params, member }, reply) {
      refuseUnlessAllowed(member, "restore");
      const undone = await undo(resources, {
        statementId: params.id,
        personId: member.personId,
        restore: params.number,
      });
      return reply.code(201).send(undone);
    },
  });
};

function describeWhole({ title, priorityWords, items, record }: WholeStatement) {
  return {
    title,
    priorityWords,
    items: items.map((item) => describeText(record, item)),
    people: membersIn(record),
    links: linksIn(record),
    positions: positionsIn(record, items),
  };
}

function linksIn({ threads }: RecordState) {
  return [...threads.values()].flatMap(({ anchor, meets }) =>
    meets && !meets.withdrawn ? [{ from: anchor.itemId, to: meets.needId, how: meets.how }] : [],
  );
}

function positionsIn({ positions }: RecordState, items: readonly Item[]) {
  return items.flatMap((item) =>
    [...(positions.get(item.id) ?? [])].map(([boroughId, position]) => ({
      itemId: item.id,
      boroughId,
      stance: position.stance,
      words: position.words,
      isOnEarlierWords: positionState(item, boroughId, position) === "changed",
    })),
  );
}
