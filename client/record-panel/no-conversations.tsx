/** What stands where conversations will be: what goes here and how to begin. */
import type { ReactNode } from "react";
import { useMay } from "../connection/hooks.ts";
import type { ThreadFilter } from "./threads-shown.ts";

export function NoConversations({ filter }: { readonly filter: ThreadFilter }): ReactNode {
  const mayComment = useMay("comment");
  return <p className="no-conversations">{wordsFor(filter, mayComment)}</p>;
}

function wordsFor(filter: ThreadFilter, mayComment: boolean): string {
  switch (filter) {
    case "closed":
      return "Nothing was closed yet. Closed conversations stay here.";
    case "mine":
      return "Conversations that you take part in appear here.";
    case "open":
      return mayComment
        ? "Select words in the document, then choose Comment, or Meets a need. What is said about them appears here, beside the words."
        : "Nobody has commented yet.";
  }
}
