/** The shapes of what several routes are sent. */
import { z } from "zod";

/** The secret of a link. */
export const token = z.string().min(1).max(200);

export const personName = z
  .string()
  .trim()
  .min(1, "Enter your name.")
  .max(100, "A name has at most 100 characters.");

/** Id or name of a borough, or the name of another organisation. */
export const borough = z
  .string()
  .trim()
  .min(1, "Choose a borough or enter your organisation.")
  .max(100, "The name of an organisation has at most 100 characters.");

export const statementParams = z.object({ id: z.string().min(1).max(64) });
