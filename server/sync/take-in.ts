/**
 * Takes updates into a text that were judged on another server, or before other servers' came in between. What of
 * them is known by now is left out, as Yjs would. Promises that every server that takes the same updates in
 * the same order comes to the same text.
 */
import type { CommittedText } from "./committed-text.ts";
import type { CommittedUpdate } from "./committed-update.ts";
import { inspectUpdate } from "./inspect-update.ts";
import { TextAhead } from "./known-text.ts";

/** @returns what changed, as updates to be sent one after the other */
export function takeIn(
  text: CommittedText,
  updates: readonly CommittedUpdate[],
): readonly Uint8Array[] {
  const news = judgeAgain(text, updates);
  if (news) return news.length > 0 ? [text.apply(news)] : [];
  // One client id was used for different words on two servers: Yjs keeps those that it meets first.
  return updates.map(({ bytes, personId, at }) => {
    const merged = text.apply([{ bytes, personId, at }]);
    text.catchUp();
    return merged;
  });
}

/** Each without what is known by then; null when one of them cannot stand with what is there. */
function judgeAgain(
  text: CommittedText,
  updates: readonly CommittedUpdate[],
): CommittedUpdate[] | null {
  const known = new TextAhead(text);
  const news: CommittedUpdate[] = [];
  for (const { bytes, personId, at } of updates) {
    const inspected = inspectUpdate(bytes, personId, known);
    if (inspected.state === "refused") return null;
    if (inspected.state === "nothing") continue;
    known.accept(inspected);
    news.push({ bytes: inspected.bytes, personId, at, parts: inspected });
  }
  return news;
}
