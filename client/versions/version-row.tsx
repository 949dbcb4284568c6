/** One version in the list: what it is, who says what to it, and what one can do with it. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { nameOfVersion, type Restore, type Version } from "../../shared/version.ts";
import { useRecord, useSession } from "../connection/hooks.ts";
import { versionAddress } from "../connection/version-address.ts";
import { itemName } from "../words/item-words.ts";
import { whoWords } from "../words/who-words.ts";
import { DoneBy } from "./done-by.tsx";
import { IssueButton } from "./issue-button.tsx";
import { IssuedTag } from "./issued-tag.tsx";
import { SignOffs } from "./sign-offs.tsx";
import { UndoRestore } from "./undo-restore.tsx";
import { VersionLine } from "./version-line.tsx";
import { VersionLinks } from "./version-links.tsx";
import { whole } from "./whole.ts";

export function VersionRow({ version }: { readonly version: Version }): ReactNode {
  const { statementId } = useSession();
  const record = useRecord(whole);
  const { number, note, issued } = version;
  const restore = restoreAfter(record.restores, number);
  return (
    <li className="version" aria-labelledby={`version-${number}`}>
      <span className="version-number" aria-hidden="true">
        {number}
      </span>
      <div className="version-words">
        <h3 id={`version-${number}`}>
          <Link to={versionAddress(statementId, number)}>
            <span className="only-read-out">Version {number}: </span>
            {nameOfVersion(version)}
          </Link>{" "}
          <IssuedTag version={version} />
        </h3>
        <VersionLine version={version} />
        {note !== "" && <p className="version-note">{note}</p>}
        {issued && <DoneBy did="Issued" deed={issued} />}
        {issued && <SignOffs version={version} />}
        {restore && <RestoreLine restore={restore} />}
        <div className="version-links">
          <VersionLinks number={number} />
          <IssueButton version={version} />
        </div>
      </div>
    </li>
  );
}

/** What was restored right after the version that was kept for it. */
function RestoreLine({ restore }: { readonly restore: Restore }): ReactNode {
  const { items } = useSession();
  const record = useRecord(whole);
  const { itemId, version, undone } = restore;
  const what = itemId === null ? "the whole text" : itemName(items.item(itemId), record, itemId);
  return (
    <div className="version-restore">
      <p>
        {whoWords(restore, record)}, restored {what} from version {version} after this.
        {undone && ` ${whoWords(undone, record)}, undid that.`}
      </p>
      {!undone && <UndoRestore restore={restore.number} />}
    </div>
  );
}

function restoreAfter(restores: ReadonlyMap<string, Restore>, number: number): Restore | null {
  for (const restore of restores.values()) if (restore.before === number) return restore;
  return null;
}
