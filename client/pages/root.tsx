/** What stands around every page: the way past the header, a sign that a page is coming, the announcer. */
import type { ReactNode } from "react";
import { Outlet, ScrollRestoration, useNavigation, type Location } from "react-router";
import { Announcer } from "../controls/announcer.tsx";
import { PlainLinks } from "../controls/plain-link.tsx";

export function Root(): ReactNode {
  const isGoing = useNavigation().state !== "idle";
  return (
    <>
      <a className="skip" href="#main">
        Skip to main content
      </a>
      {isGoing ? <div className="going" /> : null}
      <PlainLinks>
        <Outlet />
      </PlainLinks>
      <Announcer />
      <ScrollRestoration getKey={placeOf} />
    </>
  );
}

/** Each address keeps how far it was scrolled: the first page of every visit has the same key. */
function placeOf({ pathname, key }: Location): string {
  return `${pathname} ${key}`;
}
