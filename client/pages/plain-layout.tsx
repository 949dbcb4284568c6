/** Pages that belong to no statement: the name of the place, and one column at a reading width. */
import type { ReactNode } from "react";
import { Link, Outlet } from "react-router";
import "./plain-layout.css";

export function PlainLayout(): ReactNode {
  return (
    <PlainFrame>
      <Outlet />
    </PlainFrame>
  );
}

export function PlainFrame({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <>
      <header className="plain-header">
        <Link className="place-name" to="/">
          Needline
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="plain-main">
        {children}
      </main>
    </>
  );
}
