/** Parts that the commands about versions share. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import type { Entry } from "../entry.ts";
import type { RecordDraft } from "../record-state.ts";
import { Refusal } from "../refusal.ts";
import { lastIssued, versionIn, type SignOff, type Version } from "../version.ts";
import type { CommandContext } from "./command.ts";

export const versionNumber = z.number().int().positive();

/** What an entry that keeps a version says of the text it keeps. */
export const keptFacts = z.object({
  number: versionNumber,
  digest: z.string(),
  itemCount: z.number().int().nonnegative().catch(0),
});

/** @throws Refusal `not-found` */
export function versionOf({ record }: CommandContext, number: number): Version {
  const version = versionIn(record, number);
  if (!version) throw new Refusal("not-found", "There is no such version of this statement.");
  return version;
}

/**
 * The version that waits for sign-offs: the one that was issued last.
 * @throws Refusal `not-found`; `bad-input` when it is not issued; `already-so` when a later one is
 */
export function versionToSignOff(context: CommandContext, number: number): Version {
  const version = versionOf(context, number);
  if (!version.issued)
    throw new Refusal(
      "bad-input",
      "This version has not been issued, so there is nothing to sign off.",
    );
  const last = lastIssued(context.record);
  if (last && last.number !== number)
    throw new Refusal(
      "already-so",
      `Issued version ${last.issued?.issue} has taken its place. Read that one and sign it off.`,
    );
  return version;
}

/** @throws Refusal `already-so` when the borough says just that already */
export function refuseIfSaid(
  { signOffs }: Version,
  { member }: CommandContext,
  said: Pick<SignOff, "state" | "words">,
): void {
  const standing = signOffs.get(member.boroughId);
  if (standing?.state === said.state && standing.words === said.words)
    throw new Refusal("already-so", `${member.boroughName} has said that already.`);
}

/** Adds a version; a number that is taken, or skips one, is ignored. */
export function addVersion(
  draft: RecordDraft,
  entry: Entry,
  version: Omit<Version, "made" | "issued" | "signOffs">,
): void {
  if (version.number !== draft.now.versions.size + 1) return;
  const made = deedOf(entry);
  const added: Version = { ...version, made, issued: null, signOffs: new Map() };
  draft.set("versions", String(version.number), added);
}

/** Changes a version that exists; one that does not is ignored. */
export function changeVersion(
  draft: RecordDraft,
  number: number,
  change: (version: Version) => Version,
): void {
  const version = versionIn(draft.now, number);
  if (version) draft.set("versions", String(number), change(version));
}

/** What the borough of an entry says from now on to an issued version. */
export function setSignOff(
  draft: RecordDraft,
  entry: Entry,
  number: number,
  said: Pick<SignOff, "state" | "words">,
): void {
  changeVersion(draft, number, (version) => ({
    ...version,
    signOffs: new Map(version.signOffs).set(entry.boroughId, { ...deedOf(entry), ...said }),
  }));
}
