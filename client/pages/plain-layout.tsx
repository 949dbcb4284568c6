/** Pages that belong to no statement: the name of the place, and one column at a reading width. */
import type { ReactNode } from "react";
import { Link, Outlet, ScrollRestoration } from "react-router";
import "./plain-layout.css";

export function PlainLayout(): ReactNode {
  return (
    <div className="plain">
      <a className="skip" href="#main">
        Skip to main content
      </a>
      <header className="plain-header">
        <Link className="place-name" to="/">
          Needline
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="plain-main">
        <Outlet />
      </main>
      <ScrollRestoration />
    </div>
  );
}
