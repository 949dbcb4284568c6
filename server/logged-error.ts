/**
 * An error as the log has it: what kind, where, and its own words. People's words do not belong in a
 * log, and errors quote them (JSON.parse the text it could not read, PostgreSQL the row that was there
 * already), so whatever stands in quotes or brackets is left out, and every property but the code.
 */
export interface LoggedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  /** Functions and lines, without the message. */
  readonly stack: string;
  readonly cause?: LoggedError;
}

const longestMessage = 300;

/** How deep causes are followed: one may be its own. */
const mostCauses = 5;

export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: "Something was thrown that is no error.", stack: "" };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    message: withoutQuotes(error.message).slice(0, longestMessage),
    stack: framesOf(error.stack ?? ""),
    ...(error.cause === undefined || depth >= mostCauses
      ? {}
      : { cause: loggedError(error.cause, depth + 1) }),
  };
}

function withoutQuotes(message: string): string {
  return message
    .replace(/"[^]*"|“[^]*”|'[^]*'|‘[^]*’|`[^]*`/g, "…")
    .replace(/\([^]*\)|\[[^]*\]|\{[^]*\}/g, "…");
}

function framesOf(stack: string): string {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join("\n");
}
