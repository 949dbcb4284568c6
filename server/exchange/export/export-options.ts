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
const yesOrNo = z.enum(["true", "false"]).transform((said) => said === "true");

/** As the query of an address says it; what it does not say is as the format usually is. */
export const exportQuery = z.object({
  as: id.optional().describe("Id of a borough: as that borough's."),
  kinds: listOf(z.enum(allKinds)).describe("Of these kinds only, with commas between."),
  priorities: listOf(z.enum(allPriorities)).describe("Of these priorities only."),
  raisedBy: listOf(id).describe("Raised by one of these boroughs, by their ids."),
  section: id.optional().describe("Id of a section: only what stands in it."),
  text: z.string().max(200).default("").describe("Only items that say these words."),
  needs: yesOrNo.optional().describe("Whether needs are in it."),
  comments: yesOrNo.optional(),
  decisions: yesOrNo.optional(),
  notes: yesOrNo.optional().describe("Whether working notes are in it."),
  removed: yesOrNo.optional().describe("Whether items that are not taken forward are in it."),
});

/** Only what the format takes counts: whoever asks a supplier workbook for notes gets none. */
export function optionsFor(
  format: ExportFormatId,
  asked: z.output<typeof exportQuery>,
): ExportOptions {
  const { takes, usually } = exportFormat(format);
  const filters = takes.includes("filter");
  const chosen = (choice: ExportChoice, said: boolean | undefined): boolean =>
    takes.includes(choice) && (said ?? usually.includes(choice));
  return {
    asBoroughId: takes.includes("as-borough") ? (asked.as ?? null) : null,
    kinds: filters ? (asked.kinds ?? null) : null,
    priorities: filters ? (asked.priorities ?? null) : null,
    raisedBy: filters ? (asked.raisedBy ?? null) : null,
    sectionId: filters ? (asked.section ?? null) : null,
    text: filters ? asked.text.trim() : "",
    // A format without that choice has needs in it, as the text itself has.
    withNeeds: !takes.includes("needs") || (asked.needs ?? usually.includes("needs")),
    withComments: chosen("comments", asked.comments),
    withDecisions: chosen("decisions", asked.decisions),
    withNotes: chosen("notes", asked.notes),
    withRemoved: chosen("removed", asked.removed),
  };
}

function listOf<Value extends z.ZodType<string>>(value: Value) {
  return z
    .string()
    .max(2_000)
    .transform((words) => words.split(",").filter((word) => word !== ""))
    .pipe(z.array(value))
    .optional();
}
