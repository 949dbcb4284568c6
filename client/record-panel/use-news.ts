/** Reads out what others say, as it comes; what was there when the page opened is not news. */
import { useEffect } from "react";
import { useSession } from "../connection/hooks.ts";
import { announce } from "../controls/announcer.tsx";
import { newsOf } from "./news.ts";

/** When more comes at once, only how much. */
const mostReadOut = 3;

export function useNews(): void {
  const session = useSession();
  useEffect(() => {
    let before = session.record.state();
    return session.record.subscribe(() => {
      const after = session.record.state();
      // The record of a statement that was just opened comes in one piece.
      const news = before.head.number === 0 ? [] : newsOf(before, after, session.me.personId);
      before = after;
      if (news.length > mostReadOut) announce(`${news.length} new comments and links`);
      else if (news.length > 0) announce(`${news.join(". ")}.`);
    });
  }, [session]);
}
