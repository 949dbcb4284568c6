/**
 * Stores each update in the copy of a document in a transaction that is committed explicitly. Promises that what was
 * stored so is kept when the page is gone the next moment.
 *
 * y-indexeddb (9.0.12) leaves it to the browser to commit when no request is left, which the browser hears of only
 * after it told the page that the last one is done: a page that is gone by then has its transaction aborted.
 */
import { PREFERRED_TRIM_SIZE, storeState, type IndexeddbPersistence } from "y-indexeddb";

/** Made with y-indexeddb's own names. */
const updatesStore = "updates";

/** What is stored is put together when writing rests so long. */
const trimMs = 1_000;

/** Takes the place of what y-indexeddb does at each update. @returns a function that ends it */
export function storeAtOnce(persistence: IndexeddbPersistence): () => void {
  const { doc } = persistence;
  /** Since it was counted last how many there are. */
  let stored = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const store = (update: Uint8Array, origin: unknown): void => {
    const { db } = persistence;
    if (!db || origin === persistence) return;
    const transaction = db.transaction([updatesStore], "readwrite");
    transaction.objectStore(updatesStore).add(update);
    transaction.commit();
    stored += 1;
    // oxlint-disable-next-line no-underscore-dangle -- how many there were, of earlier visits too
    if (stored + persistence._dbsize < PREFERRED_TRIM_SIZE) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      stored = 0;
      void storeState(persistence, false);
    }, trimMs);
  };
  // oxlint-disable-next-line no-underscore-dangle -- it has no other way to be told
  doc.off("update", persistence._storeUpdate);
  doc.on("update", store);
  return () => {
    clearTimeout(timer);
    doc.off("update", store);
  };
}
