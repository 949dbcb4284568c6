/** Before the first browser test: the page is built once, if its sources changed since it was. */
import { buildPageIfStale } from "../../scripts/page-build.ts";

export async function setup(): Promise<void> {
  await buildPageIfStale();
}
