/** What somebody asks of an export: which items, read as whose, with what beside them. */
import { z } from "zod";
import {
  exportFormat,
  type ExportChoice,
  type ExportFormatId,
} from "../../../shared/export-formats.ts";
import {
  allKinds,
  allPriorities,
  type ItemKind,
  type Priority,
} from "../../../shared/item-kinds.ts";

/** Null where nobody asked for less than all. */
export interface ExportOptions {
  /** As this borough's: common text with its variations, without what does not apply to it. */
  readonly asBoroughId: string | null;
  readonly kinds: readonly ItemKind[] | null;
  readonly priorities: readonly Priority[] | null;
  /** Ids of boroughs: items that one of them raised. */
  readonly raisedBy: readonly string[] | null;
  /** Only what stands in this section. */
  readonly sectionId: string | null;
  /** Only items that say these words; "" for all. */
  readonly text: string;
  readonly withNeeds: boolean;
  readonly withComments: boolean;
  readonly withDecisions: boolean;
  readonly withNotes: boolean;
  /** Items that are not taken forward as well. */
  readonly withRemoved: boolean;
}

const id = z.string().min(1).max(100);
const ids = z.array(id).max(100).readonly();
const yesOrNo = z.boolean().optional();

/** As somebody asks for them; what is not said is as the format usually is. */
export const askedOptions = z.object({
  as: id.nullable().default(null).describe("Id of a borough: as that borough's."),
  kinds: z.array(z.enum(allKinds)).max(5).nullable().default(null).describe("Of these only."),
  priorities: z
    .array(z.enum(allPriorities))
    .max(4)
    .nullable()
    .default(null)
    .describe("Of these only."),
  raisedBy: ids.nullable().default(null).describe("Raised by one of these boroughs only."),
  section: id.nullable().default(null).describe("Id of a section: only what stands in it."),
  text: z.string().max(200).default("").describe("Only items that say these words."),
  needs: yesOrNo.describe("Whether needs are in it."),
  comments: yesOrNo,
  decisions: yesOrNo,
  notes: yesOrNo.describe("Whether working notes are in it."),
  removed: yesOrNo.describe("Whether items that are not taken forward are in it."),
});

export type AskedOptions = z.output<typeof askedOptions>;

/** Only what the format takes counts: whoever asks a supplier workbook for notes gets none. */
export function optionsFor(format: ExportFormatId, asked: AskedOptions): ExportOptions {
  const { takes, usually, always = [] } = exportFormat(format);
  const filters = takes.includes("filter");
  const chosen = (choice: ExportChoice, said: boolean | undefined): boolean =>
    always.includes(choice) || (takes.includes(choice) && (said ?? usually.includes(choice)));
  return {
    asBoroughId: takes.includes("as-borough") ? asked.as : null,
    kinds: filters ? asked.kinds : null,
    priorities: filters ? asked.priorities : null,
    raisedBy: filters ? asked.raisedBy : null,
    sectionId: filters ? asked.section : null,
    text: filters ? asked.text.trim() : "",
    // A format without that choice has needs in it, as the text itself has.
    withNeeds: !takes.includes("needs") || (asked.needs ?? usually.includes("needs")),
    withComments: chosen("comments", asked.comments),
    withDecisions: chosen("decisions", asked.decisions),
    withNotes: chosen("notes", asked.notes),
    withRemoved: chosen("removed", asked.removed),
  };
}
