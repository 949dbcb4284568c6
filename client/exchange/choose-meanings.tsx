/** What the words in a column of kinds or priorities mean here: "Essential" is a must. */
import type { ReactNode } from "react";
import { SelectField } from "../controls/select-field.tsx";

interface ChooseMeaningsProps<Meaning extends string> {
  readonly id: string;
  readonly legend: string;
  readonly words: Readonly<Record<string, Meaning | null>>;
  readonly options: readonly { readonly value: Meaning; readonly label: string }[];
  /** What it is to have no meaning: "No priority". */
  readonly none: string;
  readonly onChange: (words: Record<string, Meaning | null>) => void;
}

export function ChooseMeanings<Meaning extends string>(
  props: ChooseMeaningsProps<Meaning>,
): ReactNode {
  const { id, legend, words, options, none, onChange } = props;
  const entries = Object.entries(words);
  if (entries.length === 0) return null;
  return (
    <fieldset className="import-meanings">
      <legend>{legend}</legend>
      {entries.map(([word, meaning], at) => (
        <SelectField<Meaning | "">
          key={word}
          id={`${id}-${at}`}
          label={`“${word}” means`}
          value={meaning ?? ""}
          options={[{ value: "", label: none }, ...options]}
          onChange={(chosen) => onChange({ ...words, [word]: chosen === "" ? null : chosen })}
        />
      ))}
    </fieldset>
  );
}
