/** The needs page of a statement. */
import type { ReactNode } from "react";
import { PageHeading } from "../controls/page-heading.tsx";

export function NeedsPage(): ReactNode {
  return <PageHeading title="Needs covered" />;
}
