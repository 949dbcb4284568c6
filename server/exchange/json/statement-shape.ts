/**
 * The form of our JSON files, once: what writes them, what reads them and the schema that is served and
 * kept in docs/ come from here. A part that is added is optional; anything else takes a new number.
 */
import { z } from "zod";
import { allRoles } from "../../../shared/access.ts";
import { allTakingPart } from "../../../shared/about-borough.ts";
import { allKinds, allPriorities } from "../../../shared/item-kinds.ts";
import { allStances } from "../../../shared/position.ts";
import type { Mark, RichNode } from "../../../shared/rich-text.ts";
import { isAllowedText } from "../../../shared/text-rules.ts";
import { allThreadTypes } from "../../../shared/thread.ts";

export const jsonFormat = "needline-statement";
export const jsonFormatNumber = 1;

const words = z.record(z.string(), z.unknown());

const mark: z.ZodType<Mark> = z
  .object({ type: z.enum(["bold", "italic", "link"]), attrs: words.exactOptional() })
  .meta({ id: "mark", description: "A link has its address as `href`." });

const node: z.ZodType<RichNode> = z
  .object({
    type: z
      .string()
      .describe(
        "paragraph, bulletList, orderedList, listItem, table, tableRow, tableHeader, tableCell or text.",
      ),
    attrs: words.exactOptional(),
    get content() {
      return z.array(node).readonly().exactOptional();
    },
    marks: z.array(mark).readonly().exactOptional(),
    text: z.string().exactOptional().describe("Of a node of type text."),
  })
  .meta({ id: "node" });

const richText = z
  .object({ type: z.literal("doc"), content: z.array(node).readonly() })
  .refine(isAllowedText, "holds something that cannot stand in a text")
  .meta({ id: "richText", description: "ProseMirror's JSON of a document." });

const text = z.object({
  text: z
    .string()
    .optional()
    .describe("The words without their marks, to read. What counts is `content`."),
  content: richText,
});

const id = z.string().min(1).max(200);
const at = z.string().describe("ISO 8601, UTC.");
const deed = { personId: z.string(), boroughId: z.string(), at };
const day = z.string().nullable().describe("2027-03-31");

const item = z.object({
  id,
  kind: z.enum(allKinds),
  reference: z.string().max(200).nullable().describe("R-27; null for a kind that has none."),
  level: z.number().int().min(1).max(3).describe("Depth of a section; 1 for everything else."),
  priority: z.enum(allPriorities).nullable(),
  raisedBy: z.array(id).readonly().describe("Ids of boroughs."),
  aliases: z.array(z.string()).readonly().describe("References it had elsewhere."),
  removed: z
    .object({ why: z.string() })
    .nullable()
    .describe("Why it is not taken forward; null while it is."),
  fields: z
    .record(z.string(), text)
    .describe(
      "By name. section: title; text: body; outcome: body, measure; need: asA, iNeed, soThat, evidence, metWhen; requirement: statement, measure, rationale.",
    ),
  notes: text.describe("Working notes: not for suppliers."),
  variations: z
    .array(text.extend({ key: z.string(), boroughId: id }))
    .readonly()
    .describe("What differs for a borough."),
  origin: z
    .object({
      title: z.string(),
      reference: z.string(),
      statementId: z.string().exactOptional(),
      itemId: z.string().exactOptional(),
    })
    .nullable()
    .default(null)
    .describe("Where it was brought in from."),
  extra: z
    .record(z.string(), z.string())
    .default({})
    .describe("What another tool says of it that Needline does not know."),
});

const position = z.object({
  ...deed,
  itemId: id,
  boroughId: z.string(),
  stance: z.enum(allStances),
  words: z.string(),
  priority: z.enum(allPriorities).nullable().describe("For this borough, when it is another."),
  isProposed: z.boolean().describe("Somebody proposes that the borough says so; it does not yet."),
  isOnTheseWords: z.boolean().describe("False when the item says something else since."),
});

const thread = z.object({
  ...deed,
  id,
  itemId: id,
  field: z.string().nullable().describe("The field that the words stand in; null for all of it."),
  quote: z.string().nullable(),
  type: z.enum(allThreadTypes),
  isOpen: z.boolean(),
  comments: z.array(
    z.object({
      ...deed,
      text: z.string(),
      isWithdrawn: z.boolean(),
    }),
  ),
  closed: z.object({ ...deed, note: z.string() }).nullable(),
  suggests: z
    .object({
      field: z.string(),
      before: richText,
      after: richText,
      because: z.string(),
      outcome: z.enum(["accepted", "declined", "withdrawn"]).nullable(),
    })
    .nullable(),
});

export const statementShape = z
  .object({
    format: z.literal(jsonFormat),
    formatNumber: z.literal(jsonFormatNumber),
    statement: z.object({
      id: z.string(),
      title: z.string(),
      priorityWords: z.record(z.enum(allPriorities), z.string()),
    }),
    at: at.describe("When the statement said this."),
    version: z
      .object({ number: z.number(), name: z.string(), issued: z.number().nullable() })
      .nullable()
      .describe("Null when it was not a kept version."),
    boroughs: z.array(
      z.object({
        id,
        name: z.string(),
        contractEnds: day,
        extendableUntil: day,
        team: z.string(),
        takingPart: z.enum(allTakingPart).nullable(),
      }),
    ),
    people: z.array(
      z.object({
        id,
        name: z.string(),
        boroughId: z.string(),
        role: z.enum(allRoles),
        agrees: z.boolean(),
        hasLeft: z.boolean(),
      }),
    ),
    items: z.array(item).max(20_000).describe("In the order of the statement."),
    links: z.array(
      z.object({
        ...deed,
        id: z.string(),
        requirementId: id,
        needId: id.describe("Of a need or an outcome."),
        how: z.enum(["fully", "partly"]),
        because: z.string(),
      }),
    ),
    leftOut: z.array(z.object({ ...deed, needId: id, why: z.string() })),
    needsNone: z.array(z.object({ ...deed, requirementId: id, why: z.string() })),
    positions: z.array(position),
    threads: z.array(thread),
  })
  .meta({
    title: "A statement of Needline",
    description:
      "Everything in a statement: items with their words, what meets what, what boroughs and people say about it. Notes for one borough only are not in it.",
  });

export type StatementInJson = z.input<typeof statementShape>;

/** The JSON Schema (2020-12) of the form. */
export function statementSchema(): object {
  return z.toJSONSchema(statementShape, { io: "input" });
}
