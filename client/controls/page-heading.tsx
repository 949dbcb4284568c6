/**
 * The heading of a page. Promises that the browser's tab says where one is and that, when one comes
 * here from another page, the focus moves to the heading, so that a screen reader reads it out.
 */
import { useEffect, useRef, type ReactNode } from "react";
import { useLocation, type Location } from "react-router";

/** Given along with an address of the same page: what changes is said there, and the focus stays. */
export const focusStays: { readonly focusStays: true } = { focusStays: true };

interface PageHeadingProps {
  /** What the browser's tab and the heading say. */
  readonly title: string;
  /** What the tab says after it: the thing that this page belongs to. */
  readonly of?: string | undefined;
  /** Shown in place of the title's words. */
  readonly children?: ReactNode;
  /** Only read out: the page shows its title in another way. */
  readonly hidden?: boolean;
}

export function PageHeading({ title, of, children, hidden = false }: PageHeadingProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const location: Location<unknown> = useLocation();
  const { key, hash } = location;
  const isStaying = isToStay(location.state);

  useEffect(() => {
    document.title = [title, of, "Needline"].filter(Boolean).join(" – ");
  }, [title, of]);

  useEffect(() => {
    // The first page of a visit keeps the browser's own focus; a link to a place in the page goes there.
    if (key === "default" || hash !== "" || isStaying) return;
    heading.current?.focus({ preventScroll: true });
  }, [key, hash, isStaying]);

  return (
    <h1 ref={heading} tabIndex={-1} className={hidden ? "only-read-out" : undefined}>
      {children ?? title}
    </h1>
  );
}

/** @param state what a link or a step gave along, of any shape */
function isToStay(state: unknown): boolean {
  return typeof state === "object" && state !== null && "focusStays" in state;
}
