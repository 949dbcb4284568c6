/** What a statement began with: an earlier statement or an outline. Appended by the server, before its references and links. */
import { z } from "zod";
import { defineEntryType } from "./command.ts";

const count = z.number().int().nonnegative();

export const beginFrom = defineEntryType({
  name: "begin-from",
  facts: z.object({
    /** The earlier statement. */
    statementId: z.string().nullable().catch(null),
    /** Or the outline. */
    outline: z.string().nullable().catch(null),
    counts: z.object({ items: count, links: count }),
  }),
  /** What the earlier statement or the outline was called. */
  words: z.object({ title: z.string().catch("") }),
  // It tells where items came from; nothing in the state hangs on it.
  fold() {},
});
