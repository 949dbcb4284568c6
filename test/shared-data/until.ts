/** Waits for something to be so. */

/** @throws Error when it is not so within half a minute */
export async function until(isSo: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 30_000;
  while (!isSo()) {
    if (performance.now() > giveUpAt) throw new Error("waited for half a minute");
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}
