/** Where the page begins. */
import "./look.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, matchPath } from "react-router";
import { RouterProvider } from "react-router/dom";
import { leaveStatement } from "./connection/current-session.ts";
import { makeRoutes } from "./pages/routes.tsx";

const router = createBrowserRouter(makeRoutes(() => void router.revalidate()));

router.subscribe(({ navigation, location }) => {
  const isInStatement = matchPath("/statements/:statementId/*", location.pathname) !== null;
  if (navigation.state === "idle" && !isInStatement) leaveStatement();
});

const root = document.getElementById("page");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}
