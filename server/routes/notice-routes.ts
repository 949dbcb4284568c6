/** What a person is told in a statement: the list, marking as read, and the choice by kind. Only ever one's own. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { allNoticeKinds, noticesFor } from "../../shared/notices.ts";
import { isRead, markRead } from "../../shared/notice-reading.ts";
import { refusalAnswer } from "./answers.ts";
import { statementParams } from "./inputs.ts";
import type { Means } from "./means.ts";

const tags = ["Notices"];
const kind = z.enum(allNoticeKinds);

const readingAnswer = z.object({
  readTo: z.number().describe("Everything up to this entry of the record is read."),
  readKeys: z.array(z.string()).readonly().describe("Notices that are read besides."),
  off: z.array(kind).readonly().describe("Kinds that are turned off."),
});

const noticeAnswer = z.object({
  key: z.string(),
  kind,
  did: z
    .string()
    .describe("What was done, between the name and the item or version: “mentioned you on”."),
  itemId: z.string().nullable().describe("Null for what is about a version."),
  version: z.number().nullable().describe("Number of the version that it is about."),
  needId: z.string().nullable().describe("The need that the item is said to meet, for a link."),
  threadId: z.string().nullable(),
  by: z
    .object({
      personId: z.string(),
      boroughId: z.string(),
      at: z.string(),
      number: z.number(),
    })
    .nullable()
    .describe("Null for a text that changed."),
  words: z.string(),
  isRead: z.boolean(),
});

export const noticeRoutes: FastifyPluginAsyncZod<Means> = async (app, { resources }) => {
  const { rooms, store } = resources;

  app.route({
    method: "GET",
    url: "/api/statements/:id/notices",
    schema: {
      summary: "What you are told, newest first, with what you have read.",
      tags,
      params: statementParams,
      response: {
        200: z.object({ notices: z.array(noticeAnswer), reading: readingAnswer }),
        ...refusalAnswer,
      },
    },
    async handler({ params: { id }, member }) {
      const reading = await store.notices.reading(id, member.personId);
      const notices = await rooms.use(id, (room) =>
        noticesFor(member, room.record, room.items(), reading.off).map((notice) => ({
          ...notice,
          isRead: isRead(notice, reading),
        })),
      );
      return { notices, reading };
    },
  });

  app.route({
    method: "GET",
    url: "/api/statements/:id/notices/reading",
    schema: {
      summary: "What you have read, and which kinds you turned off.",
      tags,
      params: statementParams,
      response: { 200: readingAnswer, ...refusalAnswer },
    },
    handler: ({ params: { id }, member }) => store.notices.reading(id, member.personId),
  });

  app.route({
    method: "POST",
    url: "/api/statements/:id/notices/read",
    schema: {
      summary: "Mark notices as read: all up to an entry, single ones by key, or both.",
      tags,
      params: statementParams,
      body: z.object({
        upTo: z.number().int().nonnegative().default(0),
        keys: z.array(z.string().min(1).max(200)).max(1_000).default([]),
      }),
      response: { 200: readingAnswer, ...refusalAnswer },
    },
    handler: ({ params: { id }, member, body }) =>
      store.notices.changeReading(id, member.personId, (before) => markRead(before, body)),
  });

  app.route({
    method: "POST",
    url: "/api/statements/:id/notices/kinds",
    schema: {
      summary: "Choose which kinds you do not want to be told.",
      tags,
      params: statementParams,
      body: z.object({ off: z.array(kind) }),
      response: { 200: readingAnswer, ...refusalAnswer },
    },
    handler: ({ params: { id }, member, body }) =>
      store.notices.changeReading(id, member.personId, (before) => ({
        ...before,
        off: allNoticeKinds.filter((one) => body.off.includes(one)),
      })),
  });
};
