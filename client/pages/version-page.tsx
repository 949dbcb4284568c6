/** One version, to be read. */
import type { ReactNode } from "react";
import { Link, useParams } from "react-router";
import { nameOfVersion, versionIn } from "../../shared/version.ts";
import { useRecord, useSession, useTitle } from "../connection/hooks.ts";
import { versionsAddress } from "../connection/version-address.ts";
import { PageHeading } from "../controls/page-heading.tsx";
import { VersionReading } from "../versions/version-reading.tsx";

export function VersionPage(): ReactNode {
  const { statementId } = useSession();
  const title = useTitle();
  const number = Number(useParams()["number"]);
  const version = useRecord((record) => versionIn(record, number));
  return (
    <div className="column version-page">
      <Link className="version-back" to={versionsAddress(statementId)}>
        All versions
      </Link>
      {version ? (
        <>
          <PageHeading title={nameOfVersion(version)} of={title} />
          <VersionReading key={number} version={version} />
        </>
      ) : (
        <>
          <PageHeading title="There is no such version" of={title} />
          <p>Choose one of the list of all versions.</p>
        </>
      )}
    </div>
  );
}
