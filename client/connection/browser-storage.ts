/** Small things that this browser keeps in `localStorage`, which may be full, forbidden, or written by an older page. */

/** Goes on without when the browser refuses. */
export function ignoringRefusal(work: () => void): void {
  try {
    work();
  } catch {
    // A browser that forbids storage keeps nothing: what it would have kept is then not known.
  }
}

/** What was kept, or null where there is nothing that can be read. */
export function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
