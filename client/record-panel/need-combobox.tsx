/** Choosing a need or outcome: type words, a reference or an older reference; then the choice stands there to be read. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button } from "../controls/button.tsx";
import { Combobox } from "../controls/combobox.tsx";
import { findNeeds, type NeedOption } from "./find-needs.ts";

interface NeedComboboxProps {
  readonly id: string;
  readonly options: readonly NeedOption[];
  readonly chosen: NeedOption | null;
  readonly error: string | null;
  readonly onChoose: (needId: string | null) => void;
}

/** More than anybody reads; typing narrows them. */
const mostShown = 50;

export function NeedCombobox({
  id,
  options,
  chosen,
  error,
  onChoose,
}: NeedComboboxProps): ReactNode {
  const [typed, setTyped] = useState("");
  const change = useRef<HTMLButtonElement>(null);
  const wasChosen = useRef<boolean | null>(null);

  // The field that had the focus goes when something is chosen, and the other way round.
  useEffect(() => {
    const isChosen = chosen !== null;
    if (wasChosen.current !== isChosen) {
      if (isChosen) change.current?.focus();
      else document.getElementById(id)?.focus();
    }
    wasChosen.current = isChosen;
  }, [chosen, id]);

  if (chosen) {
    return (
      <div className="chosen-need">
        <NeedWords need={chosen} />
        <Button
          ref={change}
          look="plain"
          aria-label={`${chosen.reference} is chosen. Choose another`}
          onClick={() => onChoose(null)}
        >
          Choose another
        </Button>
      </div>
    );
  }
  const found = findNeeds(typed, options).slice(0, mostShown);
  return (
    <Combobox
      id={id}
      label="Which need or outcome?"
      hint={<span>Type some of its words, or its reference</span>}
      error={error}
      typed={typed}
      onType={setTyped}
      options={found.map((need) => ({ ...need, label: `${need.reference} ${need.sentence}` }))}
      onChoose={(need) => onChoose(need.id)}
      show={showNeed}
      nothing={
        options.length === 0
          ? "There are no needs yet. Write one first."
          : "No need or outcome has these words."
      }
    />
  );
}

function showNeed(need: NeedOption): ReactNode {
  return <NeedWords need={need} />;
}

function NeedWords({ need }: { readonly need: NeedOption }): ReactNode {
  const { reference, sentence, state, raisedBy } = need;
  return (
    <span className="need-option">
      <b>{reference}</b> {sentence}
      <span className="need-option-state">
        {[state, ...(raisedBy.length > 0 ? [raisedBy.join(", ")] : [])].join(" · ")}
      </span>
    </span>
  );
}
