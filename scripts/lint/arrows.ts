/**
 * Who may import whom, as a table: `pages → panels, editor → words → connection → shared` in the page and
 * `main → app → routes → record, sync, access, exchange → store, bus → shared` in the server.
 * Promises a linter rule for each folder, with a sentence that says what to do instead.
 */
import type { OxlintOverride } from "oxlint";

/** One folder's rule: what its files may not import, and the sentence shown to whoever does. */
type Arrow = { folder: string; forbidden: readonly Forbidden[] };
type Forbidden = { regex: string; message: string };

const panels = [
  "record-panel",
  "needs",
  "to-look-at",
  "agreement",
  "history",
  "notices",
  "notes",
  "exchange",
  "elsewhere",
  "looking-back",
  "people",
  "outline",
  "hints",
  "versions",
];
const services = [
  "history",
  "notes",
  "record",
  "sync",
  "access",
  "exchange",
  "versions",
  "example",
  "outlines",
  "metrics",
];

/** What no file may import, wherever it is. */
export const forbiddenEverywhere: readonly Forbidden[] = [
  relative("test|bench", "Nothing imports test/ or bench/: they are the last to be built on."),
  packages("node:process|process", "Use what server/config.ts has read, or the global process."),
];

const pure = "shared/ is pure: it runs in the page and in the server alike";

const arrows: readonly Arrow[] = [
  {
    folder: "shared",
    forbidden: [
      relative("server|client|scripts", `${pure} and imports neither of them.`),
      packages("node:.*", `${pure}, so Node's modules stay out of it.`),
      packages(
        "react.*|@tiptap/.*|fastify.*|@fastify/.*|kysely|ws|pino|y-websocket|y-indexeddb",
        `${pure}: screens, sockets and storage belong to client/ and server/.`,
      ),
      packages("nanoid.*", `${pure}: ids are made outside and come in as arguments.`),
    ],
  },
  {
    folder: "server",
    forbidden: [
      relative("client", "The server does not import client/: put what both need in shared/."),
    ],
  },
  {
    folder: "server/routes",
    forbidden: [
      relative("app|main", "Routes are registered by server/app.ts and know nothing of it."),
    ],
  },
  ...services.map((folder) => ({
    folder: `server/${folder}`,
    forbidden: [
      relative(
        "routes|app|main",
        `server/${folder} does not import routes, app or main: those call it, not it them.`,
      ),
    ],
  })),
  {
    folder: "server/sync",
    forbidden: [
      packages(
        "fastify.*|@fastify/.*|ws",
        "server/sync knows a small Socket interface, not Fastify or ws: use them in server/routes.",
      ),
    ],
  },
  ...["store", "bus"].map((folder) => ({
    folder: `server/${folder}`,
    forbidden: [
      relative(
        [...services, "routes", "app", "main", "config", "store", "bus"]
          .filter((name) => name !== folder)
          .join("|"),
        `server/${folder} imports only shared/: what it needs of the rest comes in as an argument.`,
      ),
    ],
  })),
  {
    folder: "client",
    forbidden: [
      relative("server", "The page does not import server/: put what both need in shared/."),
      packages("node:.*", "The page runs in a browser, where Node's modules do not exist."),
    ],
  },
  {
    folder: "client/controls",
    forbidden: [
      relative(
        ["pages", "editor", "words", "connection", ...panels].join("|"),
        "client/controls has no domain words: what it shows comes in as props.",
      ),
    ],
  },
  {
    folder: "client/connection",
    forbidden: [
      relative(
        ["pages", "editor", "words", "controls", ...panels].join("|"),
        "client/connection is what the editor, panels and pages stand on, so it imports none of them.",
      ),
    ],
  },
  {
    folder: "client/words",
    forbidden: [
      relative(
        ["pages", "editor", ...panels].join("|"),
        "client/words is what panels show alike, so it imports none of them.",
      ),
    ],
  },
  {
    folder: "client/editor",
    forbidden: [
      relative(
        ["pages", ...panels].join("|"),
        "The editor meets panels only in client/pages: pass it in as a prop.",
      ),
    ],
  },
  ...panels.map((folder) => ({
    folder: `client/${folder}`,
    forbidden: [
      relative(
        ["pages", "editor", ...panels.filter((panel) => panel !== folder)].join("|"),
        "Panels meet only in client/pages: pass it in as a prop, or put what both need in client/words or client/connection.",
      ),
    ],
  })),
];

/**
 * The linter's `no-restricted-imports` for every folder. The last matching entry wins and replaces those before it,
 * so the folders come from the outside in, each with what its parents forbid as well.
 */
export function importRules(): OxlintOverride[] {
  return arrows.map(({ folder }) => {
    const around = arrows.filter((arrow) => isInside(folder, arrow.folder));
    const patterns = [...forbiddenEverywhere, ...around.flatMap((arrow) => arrow.forbidden)];
    return {
      files: [`${folder}/**`],
      rules: { "eslint/no-restricted-imports": ["error", { patterns }] },
    };
  });
}

function isInside(folder: string, parent: string): boolean {
  return folder === parent || folder.startsWith(`${parent}/`);
}

/** Imports that climb out of their folder and go into one of `names` (alternatives of a regular expression). */
function relative(names: string, message: string): Forbidden {
  return { regex: String.raw`^(\./)?(\.\./)+(${names})(/|\.|$)`, message };
}

/** Imports of packages, by whole name or with a path inside. */
function packages(names: string, message: string): Forbidden {
  return { regex: `^(${names})(/|$)`, message };
}
