/** Bringing files in over HTTP: each step starts work that is watched at `/works/:workId`. */
import multipart from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { importLimits } from "../../shared/import-columns.ts";
import { allKinds } from "../../shared/item-kinds.ts";
import { refuseUnlessAllowed } from "../../shared/members.ts";
import { Refusal } from "../../shared/refusal.ts";
import { tableMapping } from "../../shared/table-mapping.ts";
import {
  startApply,
  startImport,
  startMapping,
  startUndo,
  type SentFile,
} from "../exchange/import/start-import.ts";
import { done, refusalAnswer } from "./answers.ts";
import { nameOnce, onceHeaders } from "./asked-once.ts";
import { statementParams } from "./inputs.ts";
import type { Means } from "./means.ts";

const tags = ["Files"];
const importParams = statementParams.extend({ importId: z.string().min(1).max(64) });
const started = z.object({
  importId: z.string(),
  workId: z
    .string()
    .describe("Watch it: its answer says which step comes next, its file is the step."),
});

/** For the API's description only: the body is read part by part. */
const importBody = z.unknown().meta({
  type: "object",
  required: ["file"],
  properties: { file: { type: "string", format: "binary", description: "The file." } },
});

const key = z.string().max(400);
const choices = z.object({
  left: z.array(key).max(20_000).describe("Keys of what is left out."),
  answers: z
    .record(key, z.string().max(64).nullable())
    .describe("What was asked, by key: the item that it is, or null for a new one."),
  kinds: z.record(key, z.enum(allKinds)).describe("The kind that a new item is to be, by key."),
  withSuggestions: z.boolean().default(true),
});

export const importRoutes: FastifyPluginAsyncZod<Means> = async (app, { resources }) => {
  await app.register(multipart, {
    limits: { fileSize: importLimits.bytes, files: 1, fields: 10, parts: 11 },
    throwFileSizeLimit: false,
  });

  app.route({
    method: "POST",
    url: "/api/statements/:id/imports",
    schema: {
      summary: "Read a file that is to come in. Changes nothing.",
      description:
        "Multipart, with the file in a part called `file`. The work's answer says `columns` (its file: the table and how it would be read) or `preview` (its file: what would change, item by item).",
      tags,
      consumes: ["multipart/form-data"],
      params: statementParams,
      body: importBody,
      response: { 200: started, ...refusalAnswer },
    },
    async handler(request) {
      const { params, member } = request;
      refuseUnlessAllowed(member, "import");
      const file = await fileIn(request, resources);
      const owner = { statementId: params.id, personId: member.personId };
      try {
        return await startImport(resources, owner, file);
      } catch (error) {
        await resources.store.files.remove([file.sent.id]);
        throw error;
      }
    },
  });

  app.route({
    method: "POST",
    url: "/api/statements/:id/imports/:importId/columns",
    schema: {
      summary:
        "Say what the columns of a table mean. Changes nothing; remembered for the next file of its shape.",
      tags,
      params: importParams,
      body: tableMapping,
      response: { 200: started, ...refusalAnswer },
    },
    async handler({ params: { id, importId }, member, body }) {
      refuseUnlessAllowed(member, "import");
      const owner = { statementId: id, personId: member.personId };
      return startMapping(resources, owner, importId, body);
    },
  });

  app.route({
    method: "POST",
    url: "/api/statements/:id/imports/:importId/apply",
    bodyLimit: 4 * 1024 * 1024,
    schema: {
      summary: "Bring in what was chosen, as one step that can be undone.",
      tags,
      params: importParams,
      headers: onceHeaders,
      body: choices,
      response: { 200: started, ...refusalAnswer },
    },
    async handler(request) {
      const { params, member, body } = request;
      refuseUnlessAllowed(member, "import");
      const owner = { statementId: params.id, personId: member.personId };
      const named = nameOnce(resources, request);
      return startApply(resources, owner, params.importId, body, named.id);
    },
  });

  app.route({
    method: "POST",
    url: "/api/statements/:id/imports/:importId/undo",
    schema: {
      summary:
        "Undo an import: what nobody has changed since is put back, and the answer says what stays.",
      tags,
      params: importParams,
      headers: onceHeaders,
      response: { 200: started, ...refusalAnswer },
    },
    async handler(request) {
      const { params, member } = request;
      refuseUnlessAllowed(member, "import");
      const owner = { statementId: params.id, personId: member.personId };
      return startUndo(resources, owner, params.importId, nameOnce(resources, request).id);
    },
  });

  app.route({
    method: "DELETE",
    url: "/api/statements/:id/imports/:importId",
    schema: {
      summary: "Forget a file that was not brought in.",
      tags,
      params: importParams,
      response: { 200: done, ...refusalAnswer },
    },
    async handler({ params: { id, importId }, member }) {
      await resources.imports.forget({ statementId: id, personId: member.personId }, importId);
      return {};
    },
  });
};

/** @throws Refusal `bad-input` unless one file arrives whole, `too-large` */
async function fileIn(
  request: FastifyRequest,
  { store: { files }, newId }: Means["resources"],
): Promise<SentFile> {
  if (!request.isMultipart()) throw noFile();
  const found: SentFile[] = [];
  try {
    for await (const part of request.parts()) {
      if (part.type !== "file") continue;
      const sent = await files.write(newId(), part.file);
      found.push({ fileName: part.filename.slice(0, importLimits.name), sent });
      if (part.file.truncated) throw tooLarge();
    }
  } catch (error) {
    await files.remove(found.map(({ sent }) => sent.id));
    throw whyNotRead(error);
  }
  const [file] = found;
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
