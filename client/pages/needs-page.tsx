/** The needs page of a statement. */
import { PageHeading } from "../controls/page-heading.tsx";

export function NeedsPage() {
  return <PageHeading title="Needs covered" />;
}
