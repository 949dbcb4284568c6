/** Every answer that is a "no": `application/problem+json` (RFC 9457), in words that say what to do. */
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { ZodError } from "zod";
import { Refusal, refusalStatus, type Problem, type RefusalCode } from "../../shared/refusal.ts";
import { outcomeIfAway, type Outcome } from "../store/store-away.ts";

declare module "fastify" {
  interface FastifyReply {
    /** Why it is a "no", for the figures; null otherwise. */
    refusal: RefusalCode | null;
  }
}

const titles: Readonly<Record<RefusalCode, string>> = {
  "bad-input": "Something in the request is wrong",
  "sign-in": "You are not signed in",
  "not-allowed": "You may not do that",
  "not-found": "Not found",
  "text-changed": "The text changed",
  "already-so": "It is so already",
  "link-used": "The link does not work any more",
  "too-large": "Too large",
  "too-many": "Too many requests",
  unavailable: "Not available now",
};

/** Answers any error. What is not a refusal is logged and answered without its details. */
export function answerError(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const refusal = refusalOf(error);
  if (refusal) return answerRefusal(refusal, reply);
  request.log.error(error);
  const outcome = outcomeIfAway(error);
  if (outcome) return answerRefusal(storeAway(outcome, request.method), reply);
  return send(reply, {
    status: 500,
    title: "Something went wrong on the server",
    detail: "Something went wrong in Needline. It was not your doing. Try again in a minute.",
    code: "unavailable",
    problems: [],
  });
}

function answerRefusal(refusal: Refusal, reply: FastifyReply): FastifyReply {
  return send(reply, {
    status: refusalStatus[refusal.code],
    title: titles[refusal.code],
    detail: refusal.message,
    code: refusal.code,
    problems: refusal.problems,
  });
}

function send(
  reply: FastifyReply,
  problem: {
    status: number;
    title: string;
    detail: string;
    code: RefusalCode;
    problems: readonly Problem[];
  },
): FastifyReply {
  const { problems, ...rest } = problem;
  reply.refusal = problem.code;
  return reply
    .code(problem.status)
    .type("application/problem+json")
    .serializer((body: unknown) => JSON.stringify(body))
    .send({ type: "about:blank", ...rest, ...(problems.length > 0 ? { problems } : {}) });
}

function refusalOf(error: FastifyError | Error): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError) {
    return wrongFields(
      error.issues.map(({ path, message }) => ({ where: path.join("."), what: message })),
    );
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    return wrongFields(
      error.validation.map(({ instancePath, message }) => ({
        where: instancePath.slice(1).replaceAll("/", "."),
        what: message ?? "This is not right.",
      })),
    );
  }
  const status = "statusCode" in error ? (error.statusCode ?? 500) : 500;
  if (status === 413) return new Refusal("too-large", "What was sent is too large.");
  // An address longer than any of ours.
  if (status === 414) return new Refusal("not-found", "There is nothing at this address.");
  if (status === 429)
    return new Refusal("too-many", "Too many requests. Wait a minute, then try again.");
  if (status >= 400 && status < 500) return new Refusal("bad-input", error.message);
  return null;
}

/** Says that nothing was saved only when that is sure. */
function storeAway(outcome: Outcome, method: string): Refusal {
  const isReading = method === "GET" || method === "HEAD";
  const what = isReading
    ? "Needline cannot look anything up at the moment."
    : outcome === "not-done"
      ? "Needline cannot save at the moment."
      : "Needline cannot tell whether that was saved.";
  return new Refusal("unavailable", `${what} Try again in a minute.`);
}

function wrongFields(problems: Problem[]): Refusal {
  const [first] = problems;
  const detail = !first
    ? "Something in the request is wrong."
    : problems.length > 1
      ? `${problems.length} fields are wrong.`
      : first.where === ""
        ? first.what
        : `${first.where}: ${first.what}`;
  return new Refusal("bad-input", detail, problems);
}
