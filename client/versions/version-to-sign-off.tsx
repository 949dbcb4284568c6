/** The issued version that waits for a borough: what it is, what changed, and what boroughs say to it. */
import { useId, type ReactNode } from "react";
import { Link } from "react-router";
import { issuedBefore, nameOfVersion, versionIn, type Version } from "../../shared/version.ts";
import { useMe, useRecord, useSession } from "../connection/hooks.ts";
import { compareAddress, versionAddress } from "../connection/version-address.ts";
import { DoneBy } from "./done-by.tsx";
import { SignOffs } from "./sign-offs.tsx";
import "./versions.css";

interface VersionToSignOffProps {
  readonly number: number;
  /** With what to read out. */
  readonly onDone: (words: string) => void;
}

export function VersionToSignOff({ number, onDone }: VersionToSignOffProps): ReactNode {
  const version = useRecord((record) => versionIn(record, number));
  return version?.issued ? <Shown version={version} onDone={onDone} /> : null;
}

interface ShownProps {
  readonly version: Version;
  readonly onDone: (words: string) => void;
}

function Shown({ version, onDone }: ShownProps): ReactNode {
  const { statementId } = useSession();
  const { boroughName } = useMe();
  const last = useRecord((record) => issuedBefore(version, record));
  const id = useId();
  const { number, note, issued } = version;
  return (
    <section className="look-card" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        Issued version {issued?.issue} waits for {boroughName} to sign it off
      </h2>
      <div>
        <p className="look-sentence">{nameOfVersion(version)}</p>
        {issued && <DoneBy did="Issued" deed={issued} />}
        {note !== "" && <p className="version-note">{note}</p>}
      </div>
      <p className="look-links">
        <Link to={versionAddress(statementId, number)}>Read it</Link>
        {last && (
          <Link to={compareAddress(statementId, last.number, number)}>
            See what changed since issued version {last.issued?.issue}
          </Link>
        )}
      </p>
      <SignOffs
        version={version}
        onSaid={(state) =>
          onDone(
            state === "signed-off"
              ? `Signed off for ${boroughName}`
              : `${boroughName} does not sign it off`,
          )
        }
      />
    </section>
  );
}
