/** What is searched for in other statements: words, one of the statements, a kind. */
import type { ReactNode } from "react";
import type { FoundElsewhere, FoundKind, SearchElsewhere } from "../connection/elsewhere-api.ts";
import { SelectField } from "../controls/select-field.tsx";
import { TextField } from "../controls/text-field.tsx";

interface ElsewhereSearchProps {
  readonly search: SearchElsewhere;
  readonly statements: FoundElsewhere["statements"];
  readonly onChange: (search: SearchElsewhere) => void;
}

const kinds: readonly { value: FoundKind | ""; label: string }[] = [
  { value: "", label: "All kinds" },
  { value: "need", label: "Needs" },
  { value: "requirement", label: "Requirements" },
  { value: "outcome", label: "Outcomes" },
];

export function ElsewhereSearch({ search, statements, onChange }: ElsewhereSearchProps): ReactNode {
  return (
    <search className="elsewhere-search">
      <TextField
        id="elsewhere-words"
        label="Search for"
        hint="Words, or a reference such as R-12"
        autoComplete="off"
        maxLength={200}
        value={search.words}
        onChange={(words) => onChange({ ...search, words })}
      />
      <SelectField
        id="elsewhere-statement"
        label="In"
        value={search.statement}
        options={[
          { value: "", label: "Every statement" },
          ...statements.map(({ id, title }) => ({
            value: id,
            label: title || "Untitled statement",
          })),
        ]}
        onChange={(statement) => onChange({ ...search, statement })}
      />
      <SelectField
        id="elsewhere-kind"
        label="Kind"
        value={search.kind}
        options={kinds}
        onChange={(kind) => onChange({ ...search, kind })}
      />
    </search>
  );
}
