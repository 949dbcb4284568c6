/**
 * Says which need words of a requirement meet. Promises that a link is only made to words that the
 * person saw: when the server knows newer ones, they are shown first, and nothing chosen is lost.
 */
import { useId, useMemo, useState, type ReactNode } from "react";
import type { Anchor } from "../../shared/anchors.ts";
import { changedSince } from "../../shared/changed-since.ts";
import type { Entry } from "../../shared/entry.ts";
import type { How, Meets } from "../../shared/thread.ts";
import { fingerprint, seenOf } from "../../shared/seen.ts";
import { useItem, useRecord, useSession } from "../connection/hooks.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { Choices } from "../controls/choices.tsx";
import { TextField } from "../controls/text-field.tsx";
import { ChangedWords } from "../words/changed-words.tsx";
import { draftOf, keepDraft } from "../words/drafts.ts";
import { FormKeys } from "../words/form-keys.tsx";
import { itemName } from "../words/item-words.ts";
import { NeedCombobox } from "./need-combobox.tsx";
import { needOptions } from "./need-options.ts";
import { Refused } from "../words/refused.tsx";
import { useCommand } from "../words/use-command.ts";

interface LinkChooserProps {
  /** The words of the requirement. */
  readonly anchor: Anchor;
  readonly onDone: (saved: Entry | null) => void;
}

const howChoices = [
  { value: "fully", label: "Fully", hint: "These words are enough for it." },
  { value: "partly", label: "Partly", hint: "Something of the need is left over." },
] as const;

export function LinkChooser({ anchor, onDone }: LinkChooserProps): ReactNode {
  const { items } = useSession();
  const requirement = useItem(anchor.itemId);
  const record = useRecord((state) => state);
  const options = useMemo(
    () =>
      needOptions(
        items.order().flatMap((id) => items.item(id) ?? []),
        record,
      ),
    [items, record],
  );
  const [needId, setNeedId] = useState<string | null>(null);
  const need = useItem(needId ?? "");
  const [how, setHow] = useState<How>("fully");
  const draftKey = `because ${anchor.itemId}`;
  const [because, setBecause] = useState(draftOf(draftKey) ?? "");
  const [isMissing, setMissing] = useState(false);
  const [refusedFor, setRefusedFor] = useState<Meets["seen"] | null>(null);
  const { run, isRunning, problem, code } = useCommand();
  const id = useId();

  const save = async (): Promise<void> => {
    if (isRunning) return;
    if (!need || !requirement) {
      setMissing(true);
      announce("Choose a need or an outcome.");
      document.getElementById(`${id}-need`)?.focus();
      return;
    }
    const seen = { requirement: seenOf(requirement), need: seenOf(need) };
    setRefusedFor(seen);
    const saved = await run("meet-need", {
      anchor,
      needId: need.id,
      how,
      because: because.trim(),
      seen: fingerprint(seen.requirement, seen.need),
    });
    if (!saved) return;
    keepDraft(draftKey, "");
    onDone(saved);
  };

  return (
    <FormKeys className="link-chooser" onSave={() => void save()} onCancel={() => onDone(null)}>
      <NeedCombobox
        id={`${id}-need`}
        options={options}
        chosen={options.find((option) => option.id === needId) ?? null}
        error={isMissing ? "Choose a need or an outcome." : null}
        onChoose={(chosen) => {
          setNeedId(chosen);
          setMissing(false);
        }}
      />
      <Choices
        id={`${id}-how`}
        legend="How far do they meet it?"
        value={how}
        choices={howChoices}
        onChange={setHow}
      />
      <TextField
        id={`${id}-because`}
        label="Because (optional)"
        rows={2}
        value={because}
        onChange={(words) => {
          setBecause(words);
          keepDraft(draftKey, words);
        }}
      />
      <Refused problem={problem} />
      {code === "text-changed" && refusedFor && (
        <ChangedWords
          items={[
            {
              name: itemName(requirement, record, anchor.itemId),
              changes: changedSince(refusedFor.requirement, requirement),
            },
            {
              name: itemName(need, record, needId ?? ""),
              changes: changedSince(refusedFor.need, need),
            },
          ]}
        />
      )}
      <div className="row">
        <Button type="submit" look="main" busy={isRunning}>
          Link
        </Button>
        <Button onClick={() => onDone(null)}>Cancel</Button>
      </div>
    </FormKeys>
  );
}
