/** In place of a statement from which the person was removed: why, and the words that could not be saved. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { PageHeading } from "../../controls/page-heading.tsx";
import { PlainFrame } from "../plain-layout.tsx";
import { LeftWordsBanner } from "./left-words-banner.tsx";

export function NoLongerHere({ message }: { readonly message: string }): ReactNode {
  return (
    <PlainFrame>
      <LeftWordsBanner />
      <PageHeading title="You are no longer in this statement" />
      <p className="lead" role="alert">
        {message}
      </p>
      <p>
        <Link to="/">Go to your statements</Link>
      </p>
    </PlainFrame>
  );
}
