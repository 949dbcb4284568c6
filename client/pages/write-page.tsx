/** The write page of a statement. */
import { PageHeading } from "../controls/page-heading.tsx";

export function WritePage() {
  return <PageHeading title="Write" />;
}
