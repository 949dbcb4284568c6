/** Bringing a file in over HTTP: a preview, or all of it. */
import multipart from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { importLimits } from "../../shared/import-columns.ts";
import { allKinds, allPriorities } from "../../shared/item-kinds.ts";
import { refuseUnlessAllowed } from "../../shared/members.ts";
import { Refusal } from "../../shared/refusal.ts";
import { bringIn, previewImport, type FileToBringIn } from "../exchange/bring-in.ts";
import { describePlan } from "../exchange/describe-plan.ts";
import { refusalAnswer } from "./answers.ts";
import { statementParams } from "./inputs.ts";
import type { Means } from "./means.ts";

const problem = z.object({ where: z.string(), what: z.string() });
const count = z.number();

const importAnswer = z.object({
  applied: z.boolean().describe("Whether it was brought in; false for a preview."),
  sections: count.describe("New sections."),
  outcomes: count,
  needs: count,
  requirements: count,
  texts: count,
  links: count,
  contents: z
    .array(
      z.object({
        title: z.string(),
        isNew: z.boolean(),
        outcomes: count,
        needs: count,
        requirements: count,
        texts: count,
      }),
    )
    .readonly(),
  first: z
    .array(
      z.object({
        line: z.number().nullable(),
        kind: z.enum(allKinds),
        reference: z.string(),
        words: z.string(),
        priority: z.enum(allPriorities).nullable(),
        raisedBy: z.array(z.string()).readonly(),
      }),
    )
    .readonly()
    .describe("The first items as they will look."),
  problems: z.array(problem).readonly().describe("While there is one, nothing is brought in."),
  notices: z.array(problem).readonly(),
});

export const importRoute: FastifyPluginAsyncZod<Means> = async (app, { resources }) => {
  await app.register(multipart, {
    limits: { fileSize: importLimits.bytes, files: 1, fields: 10, parts: 11 },
    throwFileSizeLimit: false,
  });

  app.route({
    method: "POST",
    url: "/api/statements/:id/import",
    schema: {
      summary: "Bring a CSV file in; without `apply=true`, say what that would do.",
      description:
        "Multipart, with the file in a part called `file`. All of it comes in, or nothing.",
      tags: ["Statements"],
      consumes: ["multipart/form-data"],
      params: statementParams,
      querystring: z.object({ apply: z.enum(["true", "false"]).default("false") }),
      response: { 200: importAnswer, ...refusalAnswer },
    },
    async handler(request) {
      const { params, query, member } = request;
      refuseUnlessAllowed(member, "import");
      const file = {
        statementId: params.id,
        personId: member.personId,
        ...(await fileIn(request)),
      };
      const applied = query.apply === "true";
      const plan = await (applied ? bringIn(resources, file) : previewImport(resources, file));
      return describePlan(plan, applied);
    },
  });
};

/** @throws Refusal `bad-input` without a file, `too-large` */
async function fileIn(request: FastifyRequest): Promise<Pick<FileToBringIn, "fileName" | "bytes">> {
  const file = request.isMultipart() ? await request.file() : undefined;
  if (!file)
    throw new Refusal("bad-input", "Send the file as multipart/form-data, in a part called file.");
  const bytes = await file.toBuffer();
  if (file.file.truncated) {
    const most = importLimits.bytes / 1024 / 1024;
    throw new Refusal(
      "too-large",
      `The file is larger than ${most} MB. Split it and bring in one part at a time.`,
    );
  }
  return { fileName: file.filename, bytes };
}
