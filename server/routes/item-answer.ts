/** The shape of an item in answers. */
import { z } from "zod";
import { allKinds, allPriorities } from "../../shared/item-kinds.ts";
import type { RichText } from "../../shared/rich-text.ts";

export const editAnswer = z.object({
  personId: z.string(),
  name: z.string(),
  boroughName: z.string(),
  at: z.string(),
});

const words = z.object({
  text: z.string().describe("The words without their marks; blocks parted by a line break."),
  content: z
    .custom<RichText>()
    .meta({ type: "object", description: "ProseMirror's JSON of the field." }),
});

export const itemAnswer = z.object({
  id: z.string(),
  kind: z.enum(allKinds),
  reference: z.string().nullable().describe("Null while it is new or when its kind has none."),
  aliases: z.array(z.string()).readonly(),
  level: z.number(),
  priority: z.enum(allPriorities).nullable(),
  raisedBy: z.array(z.string()).readonly().describe("Ids of boroughs."),
  removed: z.object({ why: z.string() }).nullable(),
  fields: z.record(z.string(), words),
  variations: z
    .array(words.extend({ key: z.string(), boroughId: z.string() }))
    .readonly()
    .describe("What differs for a borough."),
  notes: words.describe("Working notes, never sent to suppliers."),
  origin: z
    .object({
      title: z.string(),
      reference: z.string(),
      statementId: z.string().exactOptional(),
      itemId: z.string().exactOptional(),
    })
    .nullable()
    .describe("The statement or file it was brought in from."),
  extra: z.record(z.string(), z.string()).describe("What another tool says of it, by name."),
  lastEdit: editAnswer.nullable(),
});

export const asBoroughAnswer = z.object({
  boroughId: z.string(),
  leftOut: z.array(z.string()).readonly().describe("Ids of items that do not apply to it."),
  differ: z
    .array(z.string())
    .readonly()
    .describe("Ids of items, of those that are left in, for which something differs."),
  changedSince: z
    .array(z.string())
    .readonly()
    .describe("Ids of items that did not apply to it and say something else since: left in."),
});
