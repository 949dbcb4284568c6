/** Reading a statement: who is in it, its items, what is covered, its record. All of it is committed. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { contractsIn, contractWindow } from "../../shared/contract-window.ts";
import { titleOf } from "../../shared/items.ts";
import { membersIn } from "../../shared/members.ts";
import { Refusal } from "../../shared/refusal.ts";
import { editOf } from "../record/describe-item.ts";
import { agreementIn, coverageIn } from "../record/kept-answers.ts";
import { readItemsAs } from "../record/read-items-as.ts";
import { agreementAnswer, agreementRow } from "./agreement-answer.ts";
import { entryAnswer, memberAnswer, refusalAnswer } from "./answers.ts";
import { coverageAnswer, coverageRow } from "./coverage-answer.ts";
import { asBoroughAnswer, editAnswer, itemAnswer } from "./item-answer.ts";
import { statementParams } from "./inputs.ts";
import type { Means } from "./means.ts";
import { writesRowsOnce } from "./write-rows-once.ts";

const tags = ["Statements"];

export const readingRoutes: FastifyPluginAsyncZod<Means> = async (app, { resources }) => {
  const { rooms, store } = resources;

  app.route({
    method: "GET",
    url: "/api/statements/:id",
    schema: {
      summary: "A statement's title and who takes part.",
      tags,
      params: statementParams,
      response: {
        200: z.object({
          id: z.string(),
          title: z.string(),
          me: memberAnswer,
          people: z.array(memberAnswer),
          epoch: z
            .string()
            .describe("Another one after the server's data was restored from a backup."),
        }),
        ...refusalAnswer,
      },
    },
    handler: ({ params: { id }, member }) =>
      rooms.use(id, ({ doc, record }) => ({
        id,
        title: titleOf(doc),
        me: member,
        people: membersIn(record),
        epoch: resources.epoch,
      })),
  });

  app.route({
    method: "GET",
    url: "/api/statements/:id/items",
    schema: {
      summary: "The items in their order, removed ones too; or as one borough reads them.",
      tags,
      params: statementParams,
      querystring: z.object({
        as: z
          .string()
          .min(1)
          .max(100)
          .optional()
          .describe(
            "Id of a borough: with what differs for it, without what does not apply to it.",
          ),
      }),
      response: {
        200: z.object({ items: z.array(itemAnswer), as: asBoroughAnswer.nullable() }),
        ...refusalAnswer,
      },
    },
    handler: ({ params: { id }, query }) => rooms.use(id, (room) => readItemsAs(room, query.as)),
  });

  app.route({
    method: "GET",
    url: "/api/statements/:id/items/:itemId/last-edit",
    schema: {
      summary: "Who changed an item last, or null when nobody did.",
      tags,
      params: statementParams.extend({ itemId: z.string().min(1).max(64) }),
      response: { 200: editAnswer.nullable(), ...refusalAnswer },
    },
    handler: ({ params: { id, itemId } }) =>
      rooms.use(id, (room) => {
        if (!room.item(itemId))
          throw new Refusal("not-found", "That item is not in this statement.");
        return editOf(room, itemId);
      }),
  });

  app.route({
    method: "GET",
    url: "/api/statements/:id/coverage",
    schema: {
      summary: "How every need, outcome and requirement stands.",
      tags,
      params: statementParams,
      response: { 200: coverageAnswer, ...refusalAnswer },
    },
    serializerCompiler: writesRowsOnce("items", coverageRow),
    handler: ({ params: { id } }) => rooms.use(id, coverageIn),
  });

  app.route({
    method: "GET",
    url: "/api/statements/:id/agreement",
    schema: {
      summary:
        "What each borough says about every need and requirement, and what is left to agree.",
      tags,
      params: statementParams,
      response: { 200: agreementAnswer, ...refusalAnswer },
    },
    serializerCompiler: writesRowsOnce("rows", agreementRow),
    handler: ({ params: { id } }) =>
      rooms.use(id, (room) => ({
        ...agreementIn(room),
        about: [...room.record.boroughs.values()],
        contracts: contractWindow(contractsIn(room.record)),
      })),
  });

  app.route({
    method: "GET",
    url: "/api/statements/:id/record",
    schema: {
      summary: "The entries of the record after a number, in order.",
      tags,
      params: statementParams,
      querystring: z.object({
        after: z.coerce.number<string>().int().nonnegative().default(0),
      }),
      response: { 200: z.object({ entries: z.array(entryAnswer) }), ...refusalAnswer },
    },
    handler: async ({ params: { id }, query }) => ({
      entries: await store.record.entriesAfter(id, query.after),
    }),
  });
};
