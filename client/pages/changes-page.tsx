/** What changed since one was last here. */
import type { ReactNode } from "react";
import { useTitle } from "../connection/hooks.ts";
import { PageHeading } from "../controls/page-heading.tsx";
import { Changes } from "../history/changes.tsx";
import "./wide-page.css";

export function ChangesPage(): ReactNode {
  const title = useTitle();
  return (
    <div className="wide-page">
      <PageHeading title="What changed" of={title} />
      <p className="wide-page-of">{title}</p>
      <div>
        <Changes />
      </div>
    </div>
  );
}
