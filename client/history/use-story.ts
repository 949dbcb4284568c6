/** A story that is asked of the server again when there is more of it. What was shown stays until then. */
import { useEffect, useState } from "react";
import { messageOf } from "../connection/command-refused.ts";
import type { StoryPage } from "../connection/history-api.ts";

interface Asked {
  readonly page: StoryPage | null;
  readonly problem: string | null;
}

/** While somebody types there is no end of news: the server is asked when it rests. */
const restMs = 1_500;

/**
 * @param ask asks for it; another function asks for another story
 * @param news changes when there may be more, and so does `moreNews`
 */
export function useStory(ask: () => Promise<StoryPage>, news: unknown, moreNews: unknown): Asked {
  const [asked, setAsked] = useState<Asked & { readonly by: unknown }>({
    page: null,
    problem: null,
    by: null,
  });
  const isFirst = asked.by !== ask;
  useEffect(() => {
    let isOver = false;
    const keep = (answer: Asked): void => {
      if (!isOver) setAsked({ ...answer, by: ask });
    };
    const timer = setTimeout(
      () => {
        ask().then(
          (page) => keep({ page, problem: null }),
          (error: unknown) => keep({ page: null, problem: messageOf(error) }),
        );
      },
      isFirst ? 0 : restMs,
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- being asked for the first time is no news
  }, [ask, news, moreNews]);
  return asked;
}
