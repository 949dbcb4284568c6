/** Long work that one started: how far it is, cancelling it, and the file that came of it. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { WorkState } from "../exchange/work/work-state.ts";
import { done, refusalAnswer } from "./answers.ts";
import { statementParams } from "./inputs.ts";
import type { Means } from "./means.ts";
import { sendFile } from "./send-file.ts";

const tags = ["Files"];
const workParams = statementParams.extend({ workId: z.string().min(1).max(64) });

/** How long a page waits for news of it before it asks again. */
const waitMs = 5_000;

const workAnswer = z.object({
  revision: z.number().describe("Ask again with `after` this."),
  state: z.enum(["waiting", "running", "done", "refused"]),
  doing: z.string().optional().describe("What is being done."),
  done: z.number().nullable().optional().describe("0 to 1, or null while nobody can say."),
  answer: z.unknown().optional().describe("What came of it."),
  file: z.object({ name: z.string(), bytes: z.number() }).optional(),
  refusal: z
    .object({
      code: z.string(),
      detail: z.string(),
      problems: z.array(z.object({ where: z.string(), what: z.string() })).readonly(),
    })
    .optional(),
});

export const workRoutes: FastifyPluginAsyncZod<Means> = async (
  app,
  { resources: { works, store } },
) => {
  app.route({
    method: "GET",
    url: "/api/statements/:id/works/:workId",
    schema: {
      summary: "How work stands that you started; answers as soon as something changes.",
      tags,
      params: workParams,
      querystring: z.object({ after: z.coerce.number<string>().int().nonnegative().default(0) }),
      response: { 200: workAnswer, ...refusalAnswer },
    },
    async handler({ params: { id: statementId, workId }, member: { personId }, query }) {
      const owner = { statementId, personId };
      const { now, revision } = await works.watch(owner, workId, { after: query.after, waitMs });
      return { revision, ...described(now) };
    },
  });

  app.route({
    method: "GET",
    url: "/api/statements/:id/works/:workId/file",
    schema: {
      summary: "The file that came of it, for ten minutes.",
      tags,
      params: workParams,
      response: { 200: z.unknown().describe("The file."), ...refusalAnswer },
    },
    async handler({ params: { id: statementId, workId }, member: { personId } }, reply) {
      const { name, mediaType, kept } = await works.file({ statementId, personId }, workId);
      reply.type(mediaType).header("content-disposition", disposition(name));
      return sendFile(reply, store.files, kept);
    },
  });

  app.route({
    method: "DELETE",
    url: "/api/statements/:id/works/:workId",
    schema: {
      summary: "Stop it, and forget what came of it.",
      tags,
      params: workParams,
      response: { 200: done, ...refusalAnswer },
    },
    async handler({ params: { id: statementId, workId }, member: { personId } }) {
      await works.cancel({ statementId, personId }, workId);
      return {};
    },
  });
};

function described(now: WorkState): Omit<z.input<typeof workAnswer>, "revision"> {
  switch (now.state) {
    case "waiting":
      return { state: now.state };
    case "running":
      return { state: now.state, ...now.progress };
    case "done": {
      const { answer, file } = now.result;
      const part = file ? { file: { name: file.name, bytes: file.kept.bytes } } : {};
      return { state: now.state, answer, ...part };
    }
    case "refused": {
      const { code, message, problems } = now.refusal;
      return { state: now.state, refusal: { code, detail: message, problems } };
    }
  }
}

/** Saves it under its name, also one that is not written in English letters (RFC 6266). */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
