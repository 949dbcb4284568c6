/** Gives the components of a statement's pages the session that they show. */
import { createContext, type ReactNode } from "react";
import type { StatementSession } from "./statement-session.ts";

export const SessionContext = createContext<StatementSession | null>(null);

interface SessionProviderProps {
  readonly session: StatementSession;
  readonly children: ReactNode;
}

export function SessionProvider({ session, children }: SessionProviderProps): ReactNode {
  return <SessionContext value={session}>{children}</SessionContext>;
}
