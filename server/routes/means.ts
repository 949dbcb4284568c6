/** What routes are made with. */
import type { Resources } from "../resources.ts";
import type { Elsewhere } from "../exchange/elsewhere/elsewhere.ts";
import type { Visits } from "../history/visits.ts";
import type { Site } from "./site.ts";
import type { SocketsBySession } from "./sockets-by-session.ts";

export interface Means {
  readonly resources: Resources;
  readonly site: Site;
  readonly sockets: SocketsBySession;
  readonly visits: Visits;
  readonly elsewhere: Elsewhere;
}
