/** Chooses a borough by typing a few of its letters, or takes the name of another organisation. */
import type { ReactNode } from "react";
import { londonBoroughs } from "../../shared/boroughs.ts";
import { Combobox } from "../controls/combobox.tsx";

interface BoroughFieldProps {
  readonly id: string;
  readonly label?: string;
  readonly error?: string | null;
  readonly value: string;
  readonly onChange: (name: string) => void;
}

export function BoroughField({
  id,
  label = "Borough or organisation",
  error = null,
  value,
  onChange,
}: BoroughFieldProps): ReactNode {
  return (
    <Combobox
      id={id}
      label={label}
      hint="Type a few letters and choose. If it is not a London borough, type its name."
      error={error}
      typed={value}
      onType={onChange}
      options={matchingBoroughs(value).map(({ id, name }) => ({ id, label: name }))}
      onChoose={(option) => onChange(option.label)}
      nothing={`Not a London borough: “${value.trim()}” will be used as it is.`}
    />
  );
}

/** Those with a word that begins as typed; all of them when one is chosen already. */
function matchingBoroughs(typed: string): typeof londonBoroughs {
  const wanted = typed.trim().toLowerCase();
  const isChosen = londonBoroughs.some(({ name }) => name.toLowerCase() === wanted);
  if (wanted === "" || isChosen) return londonBoroughs;
  return londonBoroughs.filter(({ name }) => ` ${name.toLowerCase()}`.includes(` ${wanted}`));
}
