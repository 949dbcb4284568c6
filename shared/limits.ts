/**
 * Everything that somebody's browser can make grow on the server, how far, and why so far. What a
 * single field may hold is with the field (`text-rules.ts`, `anchors.ts`, each command), and what a
 * file may be is with its reader (`import-columns.ts`, `server/exchange/zip.ts`).
 */

const mebibyte = 1024 * 1024;

/** One page's socket. */
export const socketLimits = {
  /** One frame. A page that comes back with a week's writing sends it in one; our largest statement is 5 MB. */
  frameBytes: 8 * mebibyte,
  /** Above `frameBytes`, so that the room can say why; ws itself closes without a word that people would see. */
  payloadBytes: 32 * mebibyte,
  /** What a page may ask at once, in points (`costOf`): the page above, or 200 questions for the whole text. */
  points: 20_000,
  /** How fast points come back. Somebody who types and moves spends about 30 a second. */
  pointsPerSecond: 1_000,
  /** Pages of one session, which is one browser. Nobody has so many tabs; each holds memory and is sent everything. */
  ofSession: 50,
  /** Unread bytes after which a page is sent nothing more until it has read. A busy room says 0.1 to 0.4 MB a second to each. */
  unreadBytes: mebibyte,
  /** How long it may take to read them. A train goes through a long tunnel in a minute. */
  unreadMs: 60_000,
} as const;

/** What a page says of where its person works. */
export const presenceLimits = {
  /** One page's state: an item, a field and two positions take about 300 bytes. */
  stateBytes: 4_096,
  /** States in one frame. Only its own counts, but y-websocket's own pages repeat everybody's. */
  statesInFrame: 2_000,
} as const;

/** One update of the text. */
export const updateLimits = {
  /** Yjs client ids that are new in it: one for each time its page was opened while away. Every transaction of Yjs walks them all. */
  newClients: 200,
  /** Yjs's clock, which counts the letters of one client id. Far above what people type; keeps clocks where numbers are exact. */
  clock: 2 ** 40,
} as const;

/** What is said about the text. It is kept for good and sent to every page. */
export const sayingLimits = {
  /** One command. A comment of 10,000 characters and its quote fit three times, in any script. */
  commandBytes: 64 * 1024,
  /** One command of one person, unless the command says less: far more than hands can do, too little to fill a disk in an afternoon. */
  commandsPerMinute: 600,
  /** Restorings of one person: each keeps a copy of the whole text. */
  restoresPerMinute: 30,
  /** A private note, as long as a comment. */
  noteCharacters: 10_000,
} as const;

/** Links tried from one address. A token cannot be guessed; this keeps guessing from costing others. A whole council may be behind one address. */
export const linksPerMinute = 300;
