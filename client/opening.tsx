/** The frame of a page whose own parts are still on their way. Needs nothing but React, so that it is there first. */
import "./look.css";
import "./pages/plain-layout.css";
import type { ReactNode } from "react";

export function Opening(): ReactNode {
  return (
    <>
      <header className="plain-header">
        <a className="place-name" href="/">
          Needline
        </a>
      </header>
      <main id="main" className="plain-main">
        <output className="lead">Opening…</output>
      </main>
    </>
  );
}

/** Where the rest of the page did not come. */
export function DidNotOpen(): ReactNode {
  return (
    <>
      <header className="plain-header">
        <a className="place-name" href="/">
          Needline
        </a>
      </header>
      <main id="main" className="plain-main">
        <h1>This page did not open</h1>
        <p className="lead">
          Part of it could not be fetched. Check your connection, then reload. What you wrote is
          kept and is still there.
        </p>
      </main>
    </>
  );
}
