/** Waits until the server has kept everything that was written here. */
import { awayWords } from "./away-words.ts";
import { CommandRefused } from "./command-refused.ts";
import type { SavedNow, SavedStore } from "./saved-store.ts";

/** What was typed before a command is given this long to be kept. */
const longestWaitMs = 15_000;

/** @throws CommandRefused when the page is not connected, was stopped, or the server is too slow */
export async function waitUntilSaved(saved: SavedStore): Promise<void> {
  if (isKept(saved.state())) return;
  await new Promise<void>((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      stop();
      settle();
    };
    const timer = setTimeout(() => {
      const message =
        "Your last words are not saved yet. Wait until the page says Saved, then try again.";
      finish(() => reject(new CommandRefused("unavailable", message)));
    }, longestWaitMs);
    const stop = saved.subscribe(() => {
      try {
        if (isKept(saved.state())) finish(resolve);
      } catch (error) {
        finish(() => reject(error instanceof Error ? error : new Error(String(error))));
      }
    });
  });
}

/** @throws CommandRefused when waiting is of no use */
function isKept({ changes, connected, awayBecause, problem }: SavedNow): boolean {
  if (problem) throw new CommandRefused("unavailable", problem.message);
  if (!connected) {
    const { why, again } = awayWords(awayBecause);
    throw new CommandRefused("offline", `${why} What you write is kept on this computer. ${again}`);
  }
  return changes === 0;
}
