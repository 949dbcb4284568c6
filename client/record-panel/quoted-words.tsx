/** The words a conversation is about, as they were, and what became of them. */
import type { ReactNode } from "react";
import type { Anchor } from "../../shared/anchors.ts";
import type { Standing } from "../connection/highlights.ts";
import { differenceOf } from "../../shared/text-difference.ts";
import { Difference } from "../words/difference.tsx";

interface QuotedWordsProps {
  readonly anchor: Anchor;
  readonly standing: Standing;
  readonly isOpen: boolean;
}

export function QuotedWords({ anchor, standing, isOpen }: QuotedWordsProps): ReactNode {
  const quote = anchor.words?.quote;
  if (quote === undefined) return null;
  if (!standing.changed) return <blockquote className="quoted-words">{quote}</blockquote>;
  return (
    <>
      <p className="changed-note">Wording changed since this comment</p>
      <blockquote className="quoted-words">
        {isOpen ? <Difference pieces={differenceOf(quote, standing.now)} /> : quote}
      </blockquote>
    </>
  );
}
