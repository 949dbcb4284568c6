/** Asks whether a version is to be issued, which cannot be taken back. */
import type { ReactNode } from "react";
import { boroughsIn } from "../../shared/members.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { lastIssued, nameOfVersion, type Version } from "../../shared/version.ts";
import { useRecord } from "../connection/hooks.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { inWords } from "../controls/in-words.ts";
import { Refused } from "../words/refused.tsx";
import { useCommand } from "../words/use-command.ts";

interface IssueDialogProps {
  readonly version: Version;
  readonly onClose: () => void;
}

export function IssueDialog({ version, onClose }: IssueDialogProps): ReactNode {
  const issue = useRecord((record) => (lastIssued(record)?.issued?.issue ?? 0) + 1);
  const boroughs = useRecord(boroughNames);
  const { run, isRunning, problem } = useCommand();
  const decide = async (): Promise<void> => {
    if (!(await run("issue-version", { number: version.number }))) return;
    announce(`Version ${version.number} is issued`);
    onClose();
  };
  return (
    <Dialog title={`Issue “${nameOfVersion(version)}”`} onClose={onClose}>
      <p>
        Version {version.number} becomes <b>issued version {issue}</b>, with today’s date and your
        name. It stays as it is, and this cannot be taken back.
      </p>
      <p>
        {boroughs} {boroughs.includes(" and ") ? "are" : "is"} asked to sign it off.
        {issue > 1 &&
          ` What was said to issued version ${issue - 1} stays with that one: this one starts without sign-offs.`}
      </p>
      <Refused problem={problem} />
      <div className="dialog-buttons">
        <Button look="main" busy={isRunning} onClick={() => void decide()}>
          Issue
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </Dialog>
  );
}

function boroughNames(record: RecordState): string {
  return inWords(boroughsIn(record).map(({ name }) => name)) || "Every borough";
}
