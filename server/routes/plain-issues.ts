/** What is wrong with a field, in plain words, where its schema does not say it itself. */
import { z } from "zod";

/** Makes zod speak plainly in this process; schemas with messages of their own keep them. */
export function speakPlainly(): void {
  z.config({ customError: plainIssue });
}

function plainIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return "This is missing.";
  switch (issue.code) {
    case "invalid_type":
      return `This must be ${typeWords[issue.expected] ?? issue.expected}.`;
    case "invalid_value":
      return `This must be one of: ${issue.values.map(String).join(", ")}.`;
    case "too_small":
      return issue.origin === "string"
        ? `This must have at least ${issue.minimum} characters.`
        : `This must be at least ${issue.minimum}.`;
    case "too_big":
      return issue.origin === "string"
        ? `This must have at most ${issue.maximum} characters.`
        : `This must be at most ${issue.maximum}.`;
    default:
      return undefined;
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
};
