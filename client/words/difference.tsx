/**
 * What changed between two texts. Promises that it can be told without colour: what went is struck
 * through, what came is underlined, and both are said to a screen reader.
 */
import "./difference.css";
import type { ReactNode } from "react";
import type { Piece } from "../../shared/text-difference.ts";

/** Unchanged words beyond this many letters are left out in the middle: the change is what matters. */
const longestSame = 60;

export function Difference({ pieces }: { readonly pieces: readonly Piece[] }): ReactNode {
  return (
    <span className="difference">
      {placed(pieces).map(({ key, piece }, at) => (
        <PieceOfDifference
          key={key}
          piece={piece}
          isFirst={at === 0}
          isLast={at === pieces.length - 1}
        />
      ))}
    </span>
  );
}

/** Pieces with a key from what they are and where they begin. */
function placed(pieces: readonly Piece[]): { readonly key: string; readonly piece: Piece }[] {
  let start = 0;
  return pieces.map((piece) => {
    const key = `${piece.state} ${start}`;
    start += piece.text.length;
    return { key, piece };
  });
}

interface PieceProps {
  readonly piece: Piece;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function PieceOfDifference({ piece: { state, text }, isFirst, isLast }: PieceProps): ReactNode {
  if (state === "gone") return <Changed as="del" said="gone" text={text} />;
  if (state === "new") return <Changed as="ins" said="new" text={text} />;
  return <span>{shorten(text, isFirst, isLast)}</span>;
}

interface ChangedProps {
  readonly as: "del" | "ins";
  readonly said: string;
  readonly text: string;
}

function Changed({ as: Tag, said, text }: ChangedProps): ReactNode {
  return (
    <Tag>
      <span className="only-read-out">{said}: </span>
      {text}
      <span className="only-read-out">, end of {said}, </span>
    </Tag>
  );
}

function shorten(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= longestSame) return text;
  const half = longestSame / 2;
  const start = text.slice(0, half).replace(/\s\S*$/, "");
  const end = text.slice(-half).replace(/^\S*\s/, "");
  if (isFirst && isLast) return `${start} …`;
  if (isFirst) return `… ${end}`;
  return isLast ? `${start} …` : `${start} … ${end}`;
}
