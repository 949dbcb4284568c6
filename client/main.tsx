/**
 * Where the page begins. Promises that its frame is drawn by this file and React alone, the shell;
 * everything else is fetched meanwhile (decision 28).
 */
import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { fetchAhead } from "./fetch-ahead.ts";
import { DidNotOpen, Opening } from "./opening.tsx";

const Pages = lazy(async () => {
  try {
    return { default: (await import("./pages/pages.tsx")).Pages };
  } catch {
    return { default: DidNotOpen };
  }
});

const root = document.getElementById("page");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Suspense fallback={<Opening />}>
        <Pages />
      </Suspense>
    </StrictMode>,
  );
}
fetchAhead(location.pathname);
