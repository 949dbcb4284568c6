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

/** For the API's description only: the body is read part by part. */
const importBody = z.unknown().meta({
  type: "object",
  required: ["file"],
  properties: { file: { type: "string", format: "binary", description: "The CSV file." } },
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
      body: importBody,
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

/** @throws Refusal `bad-input` unless one file arrives whole, `too-large` */
async function fileIn(request: FastifyRequest): Promise<Pick<FileToBringIn, "fileName" | "bytes">> {
  if (!request.isMultipart()) throw noFile();
  const files: Pick<FileToBringIn, "fileName" | "bytes">[] = [];
  try {
    for await (const part of request.parts()) {
      if (part.type !== "file") continue;
      const bytes = await part.toBuffer();
      if (part.file.truncated) throw tooLarge();
      files.push({ fileName: part.filename.slice(0, importLimits.name), bytes });
    }
  } catch (error) {
    throw whyNotRead(error);
  }
  const [file] = files;
  if (!file) throw noFile();
  return file;
}

/** What is wrong with a body whose parts cannot be read. */
function whyNotRead(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error;
  if ("code" in error && error.code === "FST_FILES_LIMIT")
    return new Refusal("bad-input", "Bring in one file at a time.");
  // What the parser throws itself, about a body that is cut short or has no boundary, has no status.
  if ("statusCode" in error) return error;
  return new Refusal("bad-input", "The file did not arrive whole. Send it again.");
}

function noFile(): Refusal {
  return new Refusal("bad-input", "Send the file as multipart/form-data, in a part called file.");
}

function tooLarge(): Refusal {
  const most = importLimits.bytes / 1024 / 1024;
  return new Refusal(
    "too-large",
    `The file is larger than ${most} MB. Split it and bring in one part at a time.`,
  );
}
