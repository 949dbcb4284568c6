/** What stands where conversations will be: what goes here and how to begin. */
import type { ReactNode } from "react";
import { useMay } from "../connection/hooks.ts";
import type { ThreadFilter } from "./threads-shown.ts";

interface NoConversationsProps {
  readonly filter: ThreadFilter;
  readonly isSearched: boolean;
}

export function NoConversations({ filter, isSearched }: NoConversationsProps): ReactNode {
  const mayComment = useMay("comment");
  if (isSearched)
    return (
      <p className="no-conversations">
        Nothing found here. Try fewer words, or look under Open or Closed.
      </p>
    );
  return <p className="no-conversations">{wordsFor(filter, mayComment)}</p>;
}

function wordsFor(filter: ThreadFilter, mayComment: boolean): string {
  switch (filter) {
    case "closed":
      return "Nothing was closed yet. Closed conversations stay here.";
    case "mine":
      return "Nothing yet. To call on somebody, write @ and their name in a comment.";
    case "objections":
      return "Nobody objects.";
    case "open":
      return mayComment
        ? "Select words in the document, then choose Comment, or Meets a need. What is said about them appears here, beside the words."
        : "Nobody has commented yet.";
  }
}
