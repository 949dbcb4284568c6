/** Every address of the page and what it shows. */
import type { RouteObject } from "react-router";
import { PlainLayout } from "./plain-layout.tsx";
import { HomePage, loadHome } from "./home-page.tsx";
import { JoinPage, loadInvitation } from "./join-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { Opening } from "../opening.tsx";
import { Root } from "./root.tsx";
import { RouteError, RouteErrorPage } from "./route-error.tsx";
import { SignInPage } from "./sign-in-page.tsx";
import { StartPage, loadStart } from "./start-page.tsx";

/** @param reopened told when the open statement's session has to be asked for again */
export function makeRoutes(reopened: () => void): RouteObject[] {
  return [
    {
      Component: Root,
      HydrateFallback: Opening,
      children: [
        {
          Component: PlainLayout,
          children: [
            {
              ErrorBoundary: RouteError,
              children: [
                { index: true, loader: loadHome, Component: HomePage },
                { path: "start/:token", loader: loadStart, Component: StartPage },
                { path: "join/:token", loader: loadInvitation, Component: JoinPage },
                { path: "sign-in/:token", Component: SignInPage },
                { path: "*", Component: NotFoundPage },
              ],
            },
          ],
        },
        {
          path: "statements/:statementId",
          ErrorBoundary: RouteErrorPage,
          lazy: async () => {
            const { StatementLayout, loadStatement } =
              await import("./statement/statement-layout.tsx");
            return {
              Component: StatementLayout,
              loader: ({ params }) => loadStatement(params["statementId"] ?? "", reopened),
            };
          },
          children: [
            {
              ErrorBoundary: RouteError,
              children: [
                {
                  index: true,
                  lazy: async () => ({ Component: (await import("./write-page.tsx")).WritePage }),
                },
                {
                  path: "needs",
                  lazy: async () => ({ Component: (await import("./needs-page.tsx")).NeedsPage }),
                },
                {
                  path: "to-look-at",
                  lazy: async () => ({
                    Component: (await import("./to-look-at-page.tsx")).ToLookAtPage,
                  }),
                },
                {
                  path: "changes",
                  lazy: async () => ({
                    Component: (await import("./changes-page.tsx")).ChangesPage,
                  }),
                },
                {
                  path: "compare",
                  lazy: async () => ({
                    Component: (await import("./compare-page.tsx")).ComparePage,
                  }),
                },
                {
                  path: "agreement",
                  lazy: async () => ({
                    Component: (await import("./agreement-page.tsx")).AgreementPage,
                  }),
                },
                {
                  path: "versions",
                  lazy: async () => ({
                    Component: (await import("./versions-page.tsx")).VersionsPage,
                  }),
                },
                {
                  path: "versions/:number",
                  lazy: async () => ({
                    Component: (await import("./version-page.tsx")).VersionPage,
                  }),
                },
                {
                  path: "people",
                  lazy: async () => ({ Component: (await import("./people-page.tsx")).PeoplePage }),
                },
                {
                  path: "bring-in",
                  lazy: async () => ({
                    Component: (await import("./bring-in-page.tsx")).BringInPage,
                  }),
                },
                {
                  path: "looking-back",
                  lazy: async () => ({
                    Component: (await import("./looking-back-page.tsx")).LookingBackPage,
                  }),
                },
                {
                  path: "export",
                  lazy: async () => ({ Component: (await import("./export-page.tsx")).ExportPage }),
                },
                {
                  path: "import",
                  lazy: async () => ({ Component: (await import("./import-page.tsx")).ImportPage }),
                },
              ],
            },
          ],
        },
      ],
    },
  ];
}
