/** Builds the page if it needs it: what `npm start` does before the server starts. */
import { buildPageIfStale } from "./page-build.ts";

await buildPageIfStale();
