/** Says for a borough why it does not sign the issued version off. */
import { z } from "zod";
import { defineCommand } from "./command.ts";
import { reason } from "./parts.ts";
import { refuseIfSaid, setSignOff, versionNumber, versionToSignOff } from "./version-parts.ts";

export const declineVersion = defineCommand({
  name: "decline-version",
  summary: "Say why your borough does not sign the issued version off.",
  action: "sign-off",
  args: z.object({ number: versionNumber, why: reason }),
  facts: z.object({ number: versionNumber }),
  words: z.object({ why: z.string().catch("") }),
  decide({ number, why }, context) {
    const version = versionToSignOff(context, number);
    refuseIfSaid(version, context, { state: "declined", words: why });
    return { facts: { number }, words: { why } };
  },
  fold(draft, entry, { number }, { why }) {
    setSignOff(draft, entry, number, { state: "declined", words: why });
  },
});
