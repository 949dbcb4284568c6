/** Every command and every entry type, by name. */
import { acceptSuggestion } from "./accept-suggestion.ts";
import { assignThread } from "./assign-thread.ts";
import { beginFrom } from "./begin-from.ts";
import { changeHow } from "./change-how.ts";
import { changeRole } from "./change-role.ts";
import { changeThreadType } from "./change-thread-type.ts";
import { closeThread } from "./close-thread.ts";
import type { Command, EntryType } from "./command.ts";
import { confirm } from "./confirm.ts";
import { declineSuggestion } from "./decline-suggestion.ts";
import { dismissHint } from "./dismiss-hint.ts";
import { declineVersion } from "./decline-version.ts";
import { describeBorough } from "./describe-borough.ts";
import { editComment } from "./edit-comment.ts";
import { giveReferences } from "./give-references.ts";
import { importItems } from "./import.ts";
import { issueVersion } from "./issue-version.ts";
import { join } from "./join.ts";
import { keepOpen } from "./keep-open.ts";
import { keepVersion } from "./keep-version.ts";
import { leaveOutNeed } from "./leave-out-need.ts";
import { makeVersion } from "./make-version.ts";
import { meetNeed } from "./meet-need.ts";
import { needsANeed } from "./needs-a-need.ts";
import { needsNoNeed } from "./needs-no-need.ts";
import { proposeClosing } from "./propose-closing.ts";
import { proposePosition } from "./propose-position.ts";
import { putBackNeed } from "./put-back-need.ts";
import { removePerson } from "./remove-person.ts";
import { renewPositions } from "./renew-positions.ts";
import { reopenThread } from "./reopen-thread.ts";
import { reply } from "./reply.ts";
import { restoreHint } from "./restore-hint.ts";
import { restoreVersion } from "./restore-version.ts";
import { signOffVersion } from "./sign-off-version.ts";
import { startThread } from "./start-thread.ts";
import { suggestWording } from "./suggest-wording.ts";
import { takePosition } from "./take-position.ts";
import { undoRestore } from "./undo-restore.ts";
import { undoImport } from "./undo-import.ts";
import { withdrawClosingProposal } from "./withdraw-closing-proposal.ts";
import { withdrawComment } from "./withdraw-comment.ts";
import { withdrawLink } from "./withdraw-link.ts";
import { withdrawPosition } from "./withdraw-position.ts";
import { withdrawProposal } from "./withdraw-proposal.ts";
import { withdrawSuggestion } from "./withdraw-suggestion.ts";

/** What people can do, each at `POST /api/statements/:id/commands/:name`. */
export const commands: readonly Command[] = [
  startThread,
  reply,
  editComment,
  withdrawComment,
  closeThread,
  reopenThread,
  changeThreadType,
  assignThread,
  proposeClosing,
  withdrawClosingProposal,
  keepOpen,
  meetNeed,
  changeHow,
  confirm,
  withdrawLink,
  leaveOutNeed,
  putBackNeed,
  needsNoNeed,
  needsANeed,
  dismissHint,
  restoreHint,
  takePosition,
  renewPositions,
  withdrawPosition,
  proposePosition,
  withdrawProposal,
  describeBorough,
  suggestWording,
  acceptSuggestion,
  declineSuggestion,
  withdrawSuggestion,
  makeVersion,
  issueVersion,
  signOffVersion,
  declineVersion,
];

/** What only the server appends. */
const serverEntries: readonly EntryType[] = [
  beginFrom,
  join,
  changeRole,
  removePerson,
  giveReferences,
  importItems,
  keepVersion,
  restoreVersion,
  undoRestore,
  undoImport,
];

export const commandsByName: ReadonlyMap<string, Command> = new Map(
  commands.map((command) => [command.name, command]),
);

export const entryTypesByName: ReadonlyMap<string, EntryType> = new Map(
  [...commands, ...serverEntries].map((type) => [type.name, type]),
);
