/** The words of a comment, with those that call on people and boroughs standing out. */
import type { ReactNode } from "react";
import { piecesOf } from "../../shared/mentions.ts";
import type { Comment } from "../../shared/thread.ts";
import { useMe, useRecord } from "../connection/hooks.ts";
import "./mentions.css";

type Said = Pick<Comment, "text" | "mentions">;

export function CommentWords({ comment }: { readonly comment: Said }): ReactNode {
  const { text, mentions } = comment;
  const me = useMe();
  const people = useRecord((record) => record.people);
  if (mentions.length === 0) return <>{text}</>;
  const mine = mentions.filter((mention) =>
    "personId" in mention ? mention.personId === me.personId : mention.boroughId === me.boroughId,
  );
  const called = new Set(
    piecesOf(text, mine, { people }).flatMap((piece) => (piece.isMention ? [piece.text] : [])),
  );
  return piecesOf(text, mentions, { people }).map((piece, at) =>
    piece.isMention ? (
      // oxlint-disable-next-line react/no-array-index-key -- pieces of one text have no other name
      <b key={at} className={called.has(piece.text) ? "mention mention-me" : "mention"}>
        {piece.text}
      </b>
    ) : (
      piece.text
    ),
  );
}
