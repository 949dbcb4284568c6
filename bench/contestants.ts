/** Who is measured: Needline as it is, Needline with every caret movement sent on, and its two peers. */
import type { DialectName } from "./driver/dialects.ts";

export interface Contestant {
  readonly id: string;
  /** In the tables. */
  readonly name: string;
  readonly isOurs: boolean;
  readonly dialect: DialectName;
  /** The file that starts it, beside this one. */
  readonly server: string;
  readonly environment: Readonly<Record<string, string>>;
  /** From how many people on it differs from its neighbour in the table. */
  readonly fromPeople: number;
  /** With more it is far from keeping up, and would be measured for minutes while it catches up. */
  readonly toPeople: number;
  /** What it does with caret movements, and when it keeps what it passes on. */
  readonly manner: string;
}

/** Up to here Needline passes every movement on anyway. */
const thinnedFromPeople = 21;

export const contestants: readonly Contestant[] = [
  {
    id: "y-websocket-server",
    name: "@y/websocket-server",
    isOurs: false,
    dialect: "y-websocket",
    server: "servers/y-websocket-server.ts",
    environment: {},
    fromPeople: 0,
    toPeople: 200,
    manner: "every caret movement at once; keeps nothing on disk (its default)",
  },
  {
    id: "hocuspocus",
    name: "@hocuspocus/server",
    isOurs: false,
    dialect: "hocuspocus",
    server: "servers/hocuspocus.ts",
    environment: {},
    fromPeople: 0,
    toPeople: 300,
    manner: "every caret movement; stores the document 2 to 10 s after it has sent a change",
  },
  {
    id: "needline-every-caret",
    name: "Needline, every caret",
    isOurs: true,
    dialect: "needline",
    server: "servers/needline.ts",
    environment: { PRESENCE_THINNING: "off" },
    fromPeople: thinnedFromPeople,
    toPeople: 200,
    manner: "carets in every beat, like the peers; commits before it sends",
  },
  {
    id: "needline",
    name: "Needline",
    isOurs: true,
    dialect: "needline",
    server: "servers/needline.ts",
    environment: {},
    fromPeople: 0,
    toPeople: Infinity,
    manner: "carets thinned as the room grows; commits before it sends",
  },
];
