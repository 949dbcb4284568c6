/** Says that the page is not connected, or was stopped for good, and what to do. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Link } from "react-router";
import { can } from "../../../shared/access.ts";
import { awayWords } from "../../connection/away-words.ts";
import type { ConnectionProblem } from "../../connection/connection-problem.ts";
import { useMe, useProblem, useSaved } from "../../connection/hooks.ts";
import { whenWords } from "../../words/when-words.ts";
import { announce } from "../../controls/announcer.tsx";
import { Button } from "../../controls/button.tsx";
import { Notice } from "../../controls/notice.tsx";
import { ConnectionStrip } from "./connection-strip.tsx";

/** A connection that comes back sooner than this is not worth a strip across the page. */
const patienceMs = 2_000;

export function ConnectionBanner(): ReactNode {
  const problem = useProblem();
  const connected = useSaved((saved) => saved.connected);
  const awayBecause = useSaved((saved) => saved.awayBecause);
  const mayWrite = can(useMe(), "write");
  const copyUntil = useSaved((saved) => saved.copyUntil);
  const isAwayLong = useStaysTrue(!connected && problem === null, patienceMs);
  const isAway = isAwayLong || (copyUntil !== null && problem === null);
  const words =
    copyUntil === null ? wordsOf(awayBecause, mayWrite) : wordsOfCopy(awayBecause, copyUntil);
  useEffect(() => {
    if (isAway) announce(words);
  }, [isAway, words]);
  const wasAway = useRef(false);
  useEffect(() => {
    if (wasAway.current && !isAway && connected) announce("You are connected again.");
    wasAway.current = isAway;
  }, [isAway, connected]);
  const notice = useRef<HTMLDivElement>(null);
  if (problem) {
    const action = <ProblemAction problem={problem} />;
    return (
      <div ref={notice}>
        <Notice look="danger" action={action}>
          {problem.message}
        </Notice>
        <ConnectionStrip
          notice={notice}
          look="danger"
          words={firstSentence(problem.message)}
          action={action}
        />
      </div>
    );
  }
  if (!isAway) return null;
  return (
    <div ref={notice}>
      <Notice look="warn">{words}</Notice>
      <ConnectionStrip notice={notice} look="warn" words={awayWords(awayBecause).why} />
    </div>
  );
}

/** The strip has room for no more. */
function firstSentence(words: string): string {
  const [first] = words.split(". ");
  return first === undefined || first === words ? words : `${first}.`;
}

function wordsOf(because: string | null, mayWrite: boolean): string {
  const { why, until } = awayWords(because);
  return mayWrite
    ? `${why} Go on writing: it is kept on this computer, and saved ${until}.`
    : `${why} What you see may be out of date, and is made up to date ${until}.`;
}

/** Readers and reviewers keep no copy. */
function wordsOfCopy(because: string | null, copyUntil: string): string {
  const { why, until } = awayWords(because);
  const { full } = whenWords(copyUntil, new Date());
  return `${why} This is the copy on this computer: what others did after ${full} is not in it, and conversations are not. Go on writing: it is kept on this computer, and saved ${until}.`;
}

function ProblemAction({ problem }: { readonly problem: ConnectionProblem }): ReactNode {
  if (problem.action === "reload") {
    return <Button onClick={() => location.reload()}>Reload</Button>;
  }
  return <Link to="/">Go to your statements</Link>;
}

/** Whether something has been true for some time without a break. */
function useStaysTrue(isTrue: boolean, forMs: number): boolean {
  const [stays, setStays] = useState(false);
  useEffect(() => {
    if (!isTrue) return undefined;
    const timer = setTimeout(() => setStays(true), forMs);
    return () => {
      clearTimeout(timer);
      setStays(false);
    };
  }, [isTrue, forMs]);
  return stays;
}
