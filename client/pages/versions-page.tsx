/** The versions of a statement. */
import type { ReactNode } from "react";
import { useTitle } from "../connection/hooks.ts";
import { PageHeading } from "../controls/page-heading.tsx";
import { VersionList } from "../versions/version-list.tsx";

export function VersionsPage(): ReactNode {
  const title = useTitle();
  return (
    <div className="column">
      <PageHeading title="Versions" of={title} />
      <VersionList />
    </div>
  );
}
