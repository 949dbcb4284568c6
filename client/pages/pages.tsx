/** All pages, each at its address. */
import type { ReactNode } from "react";
import { createBrowserRouter, matchPath } from "react-router";
import { RouterProvider } from "react-router/dom";
import { leaveStatement } from "../connection/current-session.ts";
import { makeRoutes } from "./routes.tsx";

// Outside React, where nothing is made twice.
const router = createBrowserRouter(makeRoutes(() => void router.revalidate()));

router.subscribe(({ navigation, location }) => {
  const isInStatement = matchPath("/statements/:statementId/*", location.pathname) !== null;
  if (navigation.state === "idle" && !isInStatement) leaveStatement();
});

export function Pages(): ReactNode {
  return <RouterProvider router={router} />;
}
