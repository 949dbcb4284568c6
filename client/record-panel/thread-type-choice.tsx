/** What a new conversation is for. A comment unless somebody says otherwise. */
import { useId, useState, type ReactNode } from "react";
import { allThreadTypes, type ThreadType } from "../../shared/thread.ts";
import { useMe } from "../connection/hooks.ts";
import { Choices } from "../controls/choices.tsx";
import { draftOf, keepDraft } from "../words/drafts.ts";
import { typeChoices } from "../words/thread-type-words.ts";

interface ThreadTypeChoiceProps {
  readonly type: ThreadType;
  readonly onChange: (type: ThreadType) => void;
}

export function ThreadTypeChoice({ type, onChange }: ThreadTypeChoiceProps): ReactNode {
  const { boroughName } = useMe();
  const id = useId();
  return (
    <div className="thread-type-choice">
      <Choices
        id={id}
        legend={<span className="only-read-out">What is it?</span>}
        layout="grid"
        value={type}
        choices={typeChoices}
        onChange={onChange}
      />
      {type === "objection" && (
        <p className="quiet">It stays open until {boroughName} closes it.</p>
      )}
    </div>
  );
}

/** Kept with the words that were begun, for when they are taken up again. */
export function useDraftOfType(
  itemId: string,
): readonly [type: ThreadType, set: (type: ThreadType) => void] {
  const key = `type ${itemId}`;
  const draft = draftOf(key);
  const [type, setType] = useState(allThreadTypes.find((one) => one === draft) ?? "comment");
  const set = (chosen: ThreadType): void => {
    setType(chosen);
    keepDraft(key, chosen === "comment" ? "" : chosen);
  };
  return [type, set];
}
