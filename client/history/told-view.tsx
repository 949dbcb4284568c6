/** One thing that was done or said: who, when, what, and the words that changed. */
import type { ReactNode } from "react";
import type { ItemKind } from "../../shared/item-kinds.ts";
import type { RecordState } from "../../shared/record-state.ts";
import type { Told } from "../connection/history-api.ts";
import { useRecord } from "../connection/hooks.ts";
import { Moment } from "../words/deed-line.tsx";
import { Difference } from "../words/difference.tsx";
import { whoTogether } from "../words/who-words.ts";
import { editWords } from "./edit-words.ts";
import { entryWords } from "./entry-words.ts";

interface ToldViewProps {
  readonly told: Told;
  /** Of the item that was changed, where it is known. */
  readonly kind: ItemKind | undefined;
}

export function ToldView({ told, kind }: ToldViewProps): ReactNode {
  const record = useRecord(whole);
  const personId = told.kind === "edit" ? told.personId : told.entry.personId;
  const others = told.kind === "edit" ? told.others : [];
  return (
    <li className="told">
      <p className="told-who">
        {/* References are given by the server itself. */}
        <b>
          {record.people.has(personId) ? whoTogether([personId, ...others], record) : "Needline"}
        </b>{" "}
        <span className="quiet">
          <Moment at={told.at} />
        </span>
      </p>
      {told.kind === "edit" ? (
        <EditView words={editWords(told, kind, record)} />
      ) : (
        <EntryView words={entryWords(told.entry, record)} />
      )}
    </li>
  );
}

function EditView({ words }: { readonly words: ReturnType<typeof editWords> }): ReactNode {
  return (
    <>
      <p>{words.did}</p>
      {words.pieces.length > 0 && (
        <p className="told-words">
          <Difference pieces={words.pieces} />
        </p>
      )}
    </>
  );
}

function EntryView({ words }: { readonly words: ReturnType<typeof entryWords> }): ReactNode {
  return (
    <>
      <p>{words.did}</p>
      {words.said !== "" && <p className="told-words">{words.said}</p>}
    </>
  );
}

function whole(record: RecordState): RecordState {
  return record;
}
