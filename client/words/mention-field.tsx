/** Where a comment is written: `@` offers the people and boroughs of the statement. */
import type { ReactNode, RefObject } from "react";
import { keyOfMention, mentionablesIn, type Mentionable } from "../../shared/mentions.ts";
import { useRecord } from "../connection/hooks.ts";
import { TextAreaWithList } from "../controls/text-area-with-list.tsx";
import { findMentionables } from "./find-mentionables.ts";
import "./mentions.css";

interface MentionFieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error: string | null;
  readonly rows: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref: RefObject<HTMLTextAreaElement | null>;
}

export function MentionField(props: MentionFieldProps): ReactNode {
  const mentionables = useRecord(mentionablesIn);
  return (
    <TextAreaWithList
      {...props}
      sign="@"
      listLabel="People and boroughs"
      moreHint="Type a name or a borough"
      optionsFor={(query) => findMentionables(mentionables, query).map(optionOf)}
      show={showOption}
    />
  );
}

interface MentionOption {
  readonly id: string;
  readonly inserts: string;
  readonly one: Mentionable;
}

function optionOf(one: Mentionable): MentionOption {
  return { id: keyOfMention(one.mention), inserts: `@${one.handle}`, one };
}

function showOption({ one: { name, boroughName } }: MentionOption): ReactNode {
  return (
    <>
      {name}
      <span className="mention-option-where"> · {boroughName ?? "everybody there"}</span>
    </>
  );
}
