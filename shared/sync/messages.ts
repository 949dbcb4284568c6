/**
 * The kinds of frame on `/sync/:statementId`. Each begins with one of these as a varUint.
 * 0 to 3 are y-protocols' own (y-websocket 3.1); 10 and up are ours, one file each in this folder.
 */
export const message = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  /** From the page: "tell me when everything before this is committed." */
  mark: 10,
  /** From the server: it is. */
  saved: 11,
  /** From the server: entries of the record. */
  record: 12,
  /** From the page: "entries after number n." */
  recordSince: 13,
  /** From the server, to people of one borough: something was done to its notes. */
  notes: 14,
} as const;
