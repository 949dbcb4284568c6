/** Takes letters off the ends of words that have a look. */
import type { Piece } from "./blocks.ts";

/** The words as they stand, bookmarks and all else without words left out of the count. */
export function wordsOfPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}

export function withoutStart(pieces: readonly Piece[], letters: number): Piece[] {
  let rest = letters;
  return pieces.flatMap((piece) => {
    const cut = Math.min(rest, piece.text.length);
    rest -= cut;
    return cut > 0 && cut === piece.text.length ? [] : [{ ...piece, text: piece.text.slice(cut) }];
  });
}

export function withoutEnd(pieces: readonly Piece[], letters: number): Piece[] {
  let rest = letters;
  return pieces
    .toReversed()
    .flatMap((piece) => {
      const cut = Math.min(rest, piece.text.length);
      rest -= cut;
      return cut > 0 && cut === piece.text.length
        ? []
        : [{ ...piece, text: piece.text.slice(0, piece.text.length - cut) }];
    })
    .toReversed();
}
