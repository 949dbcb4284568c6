/** The name under which the server acts by itself: it gives references, and owns its own client ids. */
export const theServer = { personId: "server", boroughId: "server" } as const;
