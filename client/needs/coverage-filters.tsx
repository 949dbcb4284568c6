/** Chooses which needs are shown: whose, how important, how they stand. */
import type { ReactNode } from "react";
import { allPriorities, defaultPriorityWords } from "../../shared/item-kinds.ts";
import { SelectField } from "../controls/select-field.tsx";
import type { BoroughHere } from "../connection/borough-names.ts";
import { needStateWords, shownStates } from "./state-words.ts";
import type { Filters } from "./use-filters.ts";

interface CoverageFiltersProps {
  readonly filters: Filters;
  /** That raised something, by name. */
  readonly boroughs: readonly BoroughHere[];
  readonly onChange: (change: Partial<Filters>) => void;
}

export function CoverageFilters({ filters, boroughs, onChange }: CoverageFiltersProps): ReactNode {
  return (
    <search className="cover-filters" aria-label="Filter">
      <SelectField
        id="filter-borough"
        label="Raised by"
        value={filters.borough}
        options={[
          { value: "", label: "Every borough" },
          ...boroughs.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(borough) => onChange({ borough })}
      />
      <SelectField
        id="filter-priority"
        label="Priority"
        value={filters.priority}
        options={[
          { value: "", label: "Every priority" },
          ...allPriorities.map((value) => ({ value, label: defaultPriorityWords[value] })),
          { value: "none", label: "None given" },
        ]}
        onChange={(priority) => onChange({ priority })}
      />
      <SelectField
        id="filter-state"
        label="State"
        value={filters.state}
        options={[
          { value: "", label: "Every state" },
          ...shownStates.map((value) => ({ value, label: needStateWords[value].label })),
        ]}
        onChange={(state) => onChange({ state })}
      />
    </search>
  );
}
