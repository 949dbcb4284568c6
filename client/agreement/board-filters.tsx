/** Chooses which rows of the board are shown: what is left, for whom, what kind, how important, where. */
import type { ReactNode } from "react";
import type { AgreementBorough } from "../../shared/agreement.ts";
import { allPriorities, defaultPriorityWords } from "../../shared/item-kinds.ts";
import { SelectField } from "../controls/select-field.tsx";
import { allLookedFor, lookedForWords, type BoardFilter } from "./board-filter.ts";

interface BoardFiltersProps {
  readonly filter: BoardFilter;
  readonly boroughs: readonly AgreementBorough[];
  /** That have rows, in their order. */
  readonly sections: readonly { readonly id: string; readonly label: string }[];
  readonly onChange: (change: Partial<BoardFilter>) => void;
}

export function BoardFilters(props: BoardFiltersProps): ReactNode {
  const { filter, boroughs, sections, onChange } = props;
  return (
    <search className="board-filters" aria-label="Filter">
      <SelectField
        id="board-left"
        label="Show"
        value={filter.left}
        options={[
          { value: "", label: "Everything" },
          ...allLookedFor.map((value) => ({ value, label: lookedForWords[value] })),
        ]}
        onChange={(left) => onChange({ left })}
      />
      <SelectField
        id="board-borough"
        label="Borough"
        value={filter.borough}
        options={[
          { value: "", label: "Every borough" },
          ...boroughs.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(borough) => onChange({ borough })}
      />
      <SelectField
        id="board-kind"
        label="Kind"
        value={filter.kind}
        options={[
          { value: "", label: "Needs and requirements" },
          { value: "need", label: "Needs" },
          { value: "requirement", label: "Requirements" },
        ]}
        onChange={(kind) => onChange({ kind })}
      />
      <SelectField
        id="board-priority"
        label="Priority"
        value={filter.priority}
        options={[
          { value: "", label: "Every priority" },
          ...allPriorities.map((value) => ({ value, label: defaultPriorityWords[value] })),
          { value: "none", label: "None given" },
        ]}
        onChange={(priority) => onChange({ priority })}
      />
      <SelectField
        id="board-section"
        label="Section"
        value={filter.section}
        options={[
          { value: "", label: "Every section" },
          ...sections.map(({ id, label }) => ({ value: id, label })),
        ]}
        onChange={(section) => onChange({ section })}
      />
    </search>
  );
}
