/** The shapes of a version in answers. */
import { z } from "zod";
import { allPriorities } from "../../shared/item-kinds.ts";
import type { Deed } from "../../shared/deed.ts";
import { allStances } from "../../shared/position.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { nameOfVersion, signOffsOf, type Version } from "../../shared/version.ts";
import { memberAnswer } from "./answers.ts";
import { editAnswer, itemAnswer } from "./item-answer.ts";

export const versionAnswer = z.object({
  number: z.number(),
  name: z.string(),
  note: z.string(),
  why: z.enum(["by-hand", "daily", "before-import", "before-restore"]),
  made: editAnswer,
  entry: z.number().describe("The record up to this entry belongs to it."),
  digest: z.string().describe("SHA-256 of the text as it is kept."),
  itemCount: z.number(),
  issued: editAnswer.extend({ issue: z.number() }).nullable(),
  signOffs: z
    .array(
      z.object({
        boroughId: z.string(),
        boroughName: z.string(),
        state: z.enum(["signed-off", "declined", "waiting"]),
        words: z.string(),
        by: editAnswer.nullable(),
      }),
    )
    .describe("Of every borough, when it is issued."),
});

export const versionTextAnswer = z.object({
  version: versionAnswer,
  title: z.string(),
  priorityWords: z.record(z.enum(allPriorities), z.string()),
  items: z.array(itemAnswer.omit({ lastEdit: true })).describe("In order, removed ones too."),
  people: z.array(memberAnswer).describe("Who took part then."),
  links: z.array(
    z.object({
      from: z.string().describe("The requirement."),
      to: z.string().describe("The need or outcome."),
      how: z.enum(["fully", "partly"]),
    }),
  ),
  positions: z.array(
    z.object({
      itemId: z.string(),
      boroughId: z.string(),
      stance: z.enum(allStances),
      words: z.string(),
      isOnEarlierWords: z.boolean().describe("The item said something else by then."),
    }),
  ),
});

export function describeVersion(
  version: Version,
  record: RecordState,
): z.input<typeof versionAnswer> {
  const { number, note, why, made, digest, itemCount, issued } = version;
  const signOffs = issued ? signOffsOf(version, record) : [];
  return {
    number,
    name: nameOfVersion(version),
    note,
    why,
    made: deedAnswer(made, record),
    entry: made.number,
    digest,
    itemCount,
    issued: issued && { issue: issued.issue, ...deedAnswer(issued, record) },
    signOffs: signOffs.map(({ id, name, signOff }) => ({
      boroughId: id,
      boroughName: name,
      state: signOff?.state ?? "waiting",
      words: signOff?.words ?? "",
      by: signOff && deedAnswer(signOff, record),
    })),
  };
}

/** By the names of the record; without any for what the server did by itself. */
function deedAnswer({ personId, at }: Deed, { people }: RecordState): z.input<typeof editAnswer> {
  const person = people.get(personId);
  return { personId, name: person?.name ?? "", boroughName: person?.boroughName ?? "", at };
}
