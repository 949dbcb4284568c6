/** Signs the issued version off for a borough. Said of that version only: a new one asks again. */
import { z } from "zod";
import { defineCommand } from "./command.ts";
import { optionalReason } from "./parts.ts";
import { refuseIfSaid, setSignOff, versionNumber, versionToSignOff } from "./version-parts.ts";

export const signOffVersion = defineCommand({
  name: "sign-off-version",
  summary: "Sign the issued version off for your borough.",
  action: "sign-off",
  args: z.object({ number: versionNumber, note: optionalReason }),
  facts: z.object({ number: versionNumber }),
  words: z.object({ note: z.string().catch("") }),
  decide({ number, note }, context) {
    const version = versionToSignOff(context, number);
    refuseIfSaid(version, context, { state: "signed-off", words: note });
    return { facts: { number }, words: { note } };
  },
  fold(draft, entry, { number }, { note }) {
    setSignOff(draft, entry, number, { state: "signed-off", words: note });
  },
});
