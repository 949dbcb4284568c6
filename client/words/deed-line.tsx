/** Who did something and when: "Priya  Camden, 14 May". */
import type { ReactNode } from "react";
import type { Deed } from "../../shared/deed.ts";
import { useRecord } from "../connection/hooks.ts";
import { useNow } from "./use-now.ts";
import { whenWords } from "./when-words.ts";

interface DeedLineProps {
  readonly deed: Deed;
  /** Said after the time: "edited". */
  readonly note?: string | undefined;
}

export function DeedLine({ deed, note }: DeedLineProps): ReactNode {
  const person = useRecord((record) => record.people.get(deed.personId));
  return (
    <p className="deed-line">
      <b>{person?.name ?? "Someone"}</b>{" "}
      <span>
        {person && `${person.boroughName}, `}
        <Moment at={deed.at} />
        {note !== undefined && ` · ${note}`}
      </span>
    </p>
  );
}

/** A time in words, with the whole date and time for who wants it. */
export function Moment({ at }: { readonly at: string }): ReactNode {
  const { short, full } = whenWords(at, useNow());
  return (
    <time dateTime={at} title={full}>
      {short}
    </time>
  );
}
