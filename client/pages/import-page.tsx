/** The import page of a statement. */
import type { ReactNode } from "react";
import { PageHeading } from "../controls/page-heading.tsx";

export function ImportPage(): ReactNode {
  return <PageHeading title="Import" />;
}
