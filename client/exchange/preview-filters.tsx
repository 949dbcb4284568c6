/** Which of the changes are shown: by what becomes of them, by kind, by words. */
import type { ReactNode } from "react";
import { changeStates, type ChangeState, type ImportChange } from "../../shared/import-changes.ts";
import { allKinds, itemKinds } from "../../shared/item-kinds.ts";
import { SelectField } from "../controls/select-field.tsx";
import { TextField } from "../controls/text-field.tsx";
import { isToDecide, type PreviewFilter } from "./preview-choices.ts";
import { stateWords } from "./state-words.ts";

interface PreviewFiltersProps {
  readonly changes: readonly ImportChange[];
  readonly filter: PreviewFilter;
  readonly onChange: (filter: PreviewFilter) => void;
}

/** In the order in which one looks at them. */
const order: readonly ChangeState[] = ["ask", "new", "changed", "out", "same", "missing"];

export function PreviewFilters({ changes, filter, onChange }: PreviewFiltersProps): ReactNode {
  const counts = new Map(changeStates.map((state) => [state, 0]));
  for (const { state } of changes) counts.set(state, (counts.get(state) ?? 0) + 1);
  const kinds = allKinds.filter((kind) => changes.some((change) => change.kind === kind));
  return (
    <search className="import-filters" aria-label="Filter">
      <fieldset className="import-states" aria-label="Show">
        <StateButton
          label="What would change"
          count={changes.filter(isToDecide).length}
          state=""
          filter={filter}
          onChange={onChange}
        />
        {order.map((state) => {
          const count = counts.get(state) ?? 0;
          return count === 0 ? null : (
            <StateButton
              key={state}
              label={stateWords[state].label}
              count={count}
              state={state}
              filter={filter}
              onChange={onChange}
            />
          );
        })}
      </fieldset>
      <SelectField
        id="import-filter-kind"
        label="Kind"
        value={filter.kind}
        options={[
          { value: "", label: "Every kind" },
          ...kinds.map((value) => ({ value, label: itemKinds[value].plural })),
        ]}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <TextField
        id="import-filter-words"
        label="With the words"
        value={filter.words}
        onChange={(words) => onChange({ ...filter, words })}
      />
    </search>
  );
}

interface StateButtonProps extends Omit<PreviewFiltersProps, "changes"> {
  readonly label: string;
  readonly count: number;
  readonly state: PreviewFilter["state"];
}

function StateButton({ label, count, state, filter, onChange }: StateButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="import-state"
      aria-pressed={filter.state === state}
      onClick={() => onChange({ ...filter, state })}
    >
      {label} <b>{count.toLocaleString("en-GB")}</b>
    </button>
  );
}
