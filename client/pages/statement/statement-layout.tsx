/** What stands around every page of a statement: header, navigation, and what is wrong with the connection. */
import { useEffect, useLayoutEffect, type ReactNode } from "react";
import { Outlet, useLoaderData } from "react-router";
import { closeCode } from "../../../shared/sync/close-codes.ts";
import { PositionsDialog } from "../../agreement/positions-dialog.tsx";
import { onIdle } from "../../controls/on-idle.ts";
import { enterStatement } from "../../connection/current-session.ts";
import { useProblem } from "../../connection/hooks.ts";
import { SessionProvider } from "../../connection/session-context.tsx";
import type { StatementSession } from "../../connection/statement-session.ts";
import { ConnectionBanner } from "./connection-banner.tsx";
import { LeftWordsBanner } from "./left-words-banner.tsx";
import { NoLongerHere } from "./no-longer-here.tsx";
import { StatementHeader } from "./statement-header.tsx";
import { StatementNav } from "./statement-nav.tsx";
import "./statement-layout.css";

/** @throws CommandRefused when there is no such statement for this person */
export function loadStatement(
  statementId: string,
  reopened: () => void,
): Promise<StatementSession> {
  return enterStatement(statementId, reopened);
}

export function StatementLayout(): ReactNode {
  const session = useLoaderData<StatementSession>();
  useEffect(() => onIdle(fetchOtherPages, longestWaitMs), []);
  return (
    <SessionProvider key={session.doc.clientID} session={session}>
      <Frame />
    </SessionProvider>
  );
}

function Frame(): ReactNode {
  const problem = useProblem();
  const isGone = problem?.code === closeCode.removed || problem?.code === closeCode.notFound;
  useTopOnPage(!isGone);
  if (isGone) return <NoLongerHere message={problem.message} />;
  return (
    <>
      <div className="statement-top">
        <StatementHeader />
        <StatementNav />
      </div>
      <div className="statement-banners">
        <ConnectionBanner />
        <LeftWordsBanner />
      </div>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <PositionsDialog />
    </>
  );
}

/** For the style sheet, which would otherwise ask the whole page (`:has`) whenever something in it changes. */
function useTopOnPage(isThere: boolean): void {
  useLayoutEffect(() => {
    const { classList } = document.documentElement;
    classList.toggle("has-statement-top", isThere);
    return () => classList.remove("has-statement-top");
  }, [isThere]);
}

/** Words come first, on however slow a computer. */
const longestWaitMs = 5_000;

/** So that they open without a connection, too. What cannot be had just now is fetched when it is opened. */
function fetchOtherPages(): void {
  void Promise.allSettled([
    import("../write-page.tsx"),
    import("../needs-page.tsx"),
    import("../to-look-at-page.tsx"),
    import("../changes-page.tsx"),
    import("../agreement-page.tsx"),
    import("../people-page.tsx"),
  ]);
}
