/** A long statement a section at a time: where one is, the sections before and after, and how to see and print all. */
import "./part-nav.css";
import { useRef, type ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { useRecord, useSession } from "../../connection/hooks.ts";
import { searchForSection, sectionAsked, wholeStatement } from "../../connection/item-address.ts";
import { mostAtOnce, type Part } from "../../connection/parts.ts";
import { partTitle, partWords } from "./part-words.ts";
import type { PartsShown } from "./use-parts.ts";

interface PartHeadProps {
  readonly shown: PartsShown | null;
  /** How many items there are in all sections together. */
  readonly count: number;
}

export function PartHead({ shown, count }: PartHeadProps): ReactNode {
  const { search } = useLocation();
  const isWhole = sectionAsked(search) === wholeStatement && count > mostAtOnce;
  if (!shown) return isWhole ? <WholeLine count={count} /> : null;
  return <Head shown={shown} count={count} />;
}

/** The whole of it may take its time: the way back is above it. */
function WholeLine({ count }: { readonly count: number }): ReactNode {
  const { search } = useLocation();
  const asked = new URLSearchParams(search);
  asked.delete("section");
  return (
    <p className="part-line part-screen">
      All {inDigits(count)} items are shown, which can be slow.{" "}
      <Link to={{ search: `?${asked}` }}>Show one section at a time</Link>
    </p>
  );
}

function Head({ shown, count }: { readonly shown: PartsShown; readonly count: number }): ReactNode {
  const { items, statementId } = useSession();
  const { search } = useLocation();
  const { part, parts } = shown;
  // A title that is written anew is read here too.
  useRecord((record) => record.head.number);
  return (
    <nav className="part-head" aria-label="Sections">
      <p className="part-where" data-part-title="" tabIndex={-1}>
        {partWords(part, parts, items)}
      </p>
      <p className="part-line">
        <span className="part-screen">
          {inDigits(part.ids.length)} of {inDigits(count)} items, one section at a time. “Search
          words” looks in all of them, your browser’s search in this one.{" "}
          <Link to={{ search: searchForSection(search, wholeStatement) }}>
            Show the whole statement
          </Link>
          , or <Link to={`/statements/${statementId}/export`}>export it</Link> to print it.
        </span>
        <span className="part-print">
          Only this section is printed. To print everything, choose “Show the whole statement”
          first, or export it as HTML or Word.
        </span>
      </p>
      <Turns shown={shown} />
    </nav>
  );
}

export function PartFoot({ shown }: { readonly shown: PartsShown }): ReactNode {
  return (
    <nav className="part-foot part-screen" aria-label="Sections before and after">
      <Turns shown={shown} />
    </nav>
  );
}

function Turns({ shown }: { readonly shown: PartsShown }): ReactNode {
  const { parts, at } = shown;
  return (
    <div className="part-turns part-screen">
      <Turn shown={shown} to={parts[at - 1]} label="Previous section" />
      <Turn shown={shown} to={parts[at + 1]} label="Next section" />
    </div>
  );
}

interface TurnProps {
  readonly shown: PartsShown;
  readonly to: Part | undefined;
  readonly label: string;
}

function Turn({ shown, to, label }: TurnProps): ReactNode {
  const { items } = useSession();
  const { search } = useLocation();
  const link = useRef<HTMLAnchorElement>(null);
  if (!to) return <span />;
  return (
    <Link
      ref={link}
      to={{ search: searchForSection(search, to.ids[0] ?? "") }}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const paper = link.current?.closest(".write-paper");
        shown.turnTo(to);
        // The focus goes to where the section begins, which is read out; the link may be gone.
        paper?.querySelector<HTMLElement>("[data-part-title]")?.focus({ preventScroll: true });
        scrollTo({ top: 0, behavior: "instant" });
      }}
    >
      <span className="part-label">{label}</span> {partTitle(to, items)}
    </Link>
  );
}

function inDigits(count: number): string {
  return count.toLocaleString("en-GB");
}
