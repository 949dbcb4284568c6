/** Taking a statement out as a file: starts the work; /works says how it stands and has the file. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { exportFormatIds, exportFormats } from "../../shared/export-formats.ts";
import { refuseUnlessAllowed } from "../../shared/members.ts";
import { askedOptions } from "../exchange/export/export-options.ts";
import { startExport } from "../exchange/export/start-export.ts";
import { refusalAnswer } from "./answers.ts";
import { statementParams } from "./inputs.ts";
import type { Means } from "./means.ts";

const formats = Object.entries(exportFormats)
  .map(([id, { label }]) => `${id}: ${label}`)
  .join("; ");

const body = askedOptions.extend({
  format: z.enum(exportFormatIds).describe(formats),
  version: z
    .number()
    .int()
    .positive()
    .nullable()
    .default(null)
    .describe("Number of a version; null for the statement as it is now."),
});

export const exportRoute: FastifyPluginAsyncZod<Means> = async (app, { resources }) => {
  app.route({
    method: "POST",
    url: "/api/statements/:id/exports",
    schema: {
      summary: "Begin to write the statement, or a part of it, as a file.",
      description:
        "Follow it at `/api/statements/{id}/works/{workId}`; once it is done the file is at `…/file`. What the format does not take is ignored. Notes for one borough only are in no export.",
      tags: ["Files"],
      params: statementParams,
      body,
      response: { 200: z.object({ workId: z.string() }), ...refusalAnswer },
    },
    async handler({ params: { id: statementId }, member, body: { format, version, ...options } }) {
      refuseUnlessAllowed(member, "read");
      const owner = { statementId, personId: member.personId };
      return { workId: await startExport(resources, owner, { format, version, options }) };
    },
  });
};
