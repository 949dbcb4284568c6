/** Shown for an address that leads nowhere. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { PageHeading } from "../controls/page-heading.tsx";

export function NotFoundPage(): ReactNode {
  return (
    <>
      <PageHeading title="Page not found" />
      <p>Check the address. If you followed a link, ask the person who sent it for a new one.</p>
      <p>
        <Link to="/">Go to your statements</Link>
      </p>
    </>
  );
}
