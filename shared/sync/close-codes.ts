/** Why the server closes a socket. y-websocket (3.1) does not retry 44xx; everything else it retries. */
export const closeCode = {
  /** Your role changed: connect again and be asked again. */
  roleChanged: 4000,
  signIn: 4401,
  removed: 4403,
  notFound: 4404,
  /** What you sent may not be: reload. */
  reload: 4409,
  /** What this page has is from before the data was restored from a backup: reload. */
  restored: 4410,
  tooLarge: 4413,
  /** This page is older than the statement: reload for the newer one. */
  newerVersionNeeded: 4426,
  /** The server stops. */
  restarting: 1012,
  /** Too slow, or the store failed: try again later. */
  tryLater: 1013,
} as const;

export type CloseCode = (typeof closeCode)[keyof typeof closeCode];

/** With `tryLater` and `restarting`: why, in words that a page shows while it tries again by itself. */
export const awayReason = {
  cannotSave: "Needline cannot save at the moment, and is trying again.",
  restarting: "Needline is starting again.",
  tooMuch: "This page sent more at once than Needline takes, and is being connected again.",
  tooSlow: "The connection is too slow at the moment, and is being tried again.",
  noAnswer: "This page did not answer Needline in time, and is being connected again.",
  /** The one of these that does not end by waiting. */
  tooManyPages: "Too many pages of Needline are open in this browser.",
} as const;
