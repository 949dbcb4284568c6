/** Who did something to a version and when, with the whole date: it is read years later, and on paper. */
import type { ReactNode } from "react";
import type { Deed } from "../../shared/deed.ts";
import { useRecord } from "../connection/hooks.ts";
import { useNow } from "../words/use-now.ts";
import { whenWords } from "../words/when-words.ts";
import { whoWords } from "../words/who-words.ts";

interface DoneByProps {
  /** "Issued", "Signed off". */
  readonly did: string;
  readonly deed: Deed;
}

export function DoneBy({ did, deed }: DoneByProps): ReactNode {
  const who = useRecord((record) => whoWords(deed, record));
  return (
    <p className="version-line">
      {did} by {who} · <WholeMoment at={deed.at} />
    </p>
  );
}

export function WholeMoment({ at }: { readonly at: string }): ReactNode {
  return <time dateTime={at}>{whenWords(at, useNow()).full}</time>;
}
