/** The import page of a statement. */
import { PageHeading } from "../controls/page-heading.tsx";

export function ImportPage() {
  return <PageHeading title="Import" />;
}
