/** What routes are made with. */
import type { Resources } from "../resources.ts";
import type { Site } from "./site.ts";

export interface Means {
  readonly resources: Resources;
  readonly site: Site;
}
