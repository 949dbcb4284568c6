/** Where the page begins: its addresses, and what each shows. */
import "./look.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { NotFoundPage } from "./pages/not-found-page.tsx";
import { PlainLayout } from "./pages/plain-layout.tsx";

const router = createBrowserRouter([
  {
    Component: PlainLayout,
    children: [
      {
        path: "statements/:statementId",
        children: [
          {
            index: true,
            lazy: async () => ({
              Component: (await import("./pages/write-page.tsx")).WritePage,
            }),
          },
          {
            path: "needs",
            lazy: async () => ({
              Component: (await import("./pages/needs-page.tsx")).NeedsPage,
            }),
          },
          {
            path: "import",
            lazy: async () => ({
              Component: (await import("./pages/import-page.tsx")).ImportPage,
            }),
          },
        ],
      },
      { path: "*", Component: NotFoundPage },
    ],
  },
]);

const root = document.getElementById("page");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}
