/** The write page of a statement. */
import type { ReactNode } from "react";
import { PageHeading } from "../controls/page-heading.tsx";

export function WritePage(): ReactNode {
  return <PageHeading title="Write" />;
}
