/** Waits for the text of a statement. Promises that nobody waits for ever without being told why. */
import { after } from "./after.ts";
import { awayWords } from "./away-words.ts";
import { CommandRefused } from "./command-refused.ts";
import type { SavedStore } from "./saved-store.ts";

/** A page without any text tries so long before it says why there is none. A long text over a slow line may take longer. */
const longestSilenceMs = 8_000;

/** @throws CommandRefused when the text has not come and the page is not connected */
export async function untilAway(
  text: Promise<unknown>,
  saved: SavedStore,
  isOnline: () => boolean,
): Promise<void> {
  const hasText = text.then(() => true);
  while (!(await Promise.race([hasText, silence()]))) {
    const { connected, awayBecause } = saved.state();
    if (connected || (awayBecause === null && isOnline())) continue;
    const { why, again } = awayWords(awayBecause);
    throw new CommandRefused("unavailable", `${why} ${again}`);
  }
}

async function silence(): Promise<false> {
  await after(longestSilenceMs);
  return false;
}
