/** Searches the other statements as one types: after a moment's rest, and the last answer wins. */
import { useEffect, useState } from "react";
import { messageOf } from "../connection/command-refused.ts";
import {
  searchElsewhere,
  type FoundElsewhere,
  type SearchElsewhere,
} from "../connection/elsewhere-api.ts";
import { useSession } from "../connection/hooks.ts";

const restMs = 250;

interface Answer {
  /** Null when it was refused, and before the first. */
  readonly found: FoundElsewhere | null;
  readonly problem: string | null;
}

interface Searched extends Answer {
  /** What is shown answers an earlier question. */
  readonly isSearching: boolean;
}

export function useSearch({ words, statement, kind }: SearchElsewhere): Searched {
  const { statementId } = useSession();
  const asked = JSON.stringify({ words, statement, kind });
  const [answered, setAnswered] = useState<Answer & { readonly to: string | null }>({
    to: null,
    found: null,
    problem: null,
  });
  useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const answer = await search(statementId, { words, statement, kind });
      if (isCurrent) setAnswered({ to: asked, ...answer });
    };
    const timer = setTimeout(() => void ask(), restMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [statementId, asked, words, statement, kind]);
  const { found, problem, to } = answered;
  return { found, problem, isSearching: to !== asked };
}

async function search(here: string, asked: SearchElsewhere): Promise<Answer> {
  try {
    return { found: await searchElsewhere(here, asked), problem: null };
  } catch (error) {
    return { found: null, problem: messageOf(error) };
  }
}
