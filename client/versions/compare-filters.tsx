/** Chooses which of the items that differ are shown, and says how many that are. */
import type { ReactNode } from "react";
import { allKinds, itemKinds, type ItemKind } from "../../shared/item-kinds.ts";
import { Button } from "../controls/button.tsx";
import { SelectField } from "../controls/select-field.tsx";
import { TextField } from "../controls/text-field.tsx";
import { isCompareFiltering, noCompareFilter, type CompareFilter } from "./compare-filter.ts";
import { changeWords, type ChangeOfItem } from "./compare-words.ts";

interface CompareFiltersProps {
  readonly filter: CompareFilter;
  readonly onChange: (filter: CompareFilter) => void;
  /** With variations that changed. */
  readonly boroughs: readonly { readonly id: string; readonly name: string }[];
  readonly shown: number;
  readonly all: number;
}

const changes = Object.keys(changeWords) as ChangeOfItem[];

export function CompareFilters({
  filter,
  onChange,
  boroughs,
  shown,
  all,
}: CompareFiltersProps): ReactNode {
  const set = (change: Partial<CompareFilter>): void => onChange({ ...filter, ...change });
  return (
    <search className="compare-filters" aria-label="Filter">
      <SelectField<ChangeOfItem | "">
        id="compare-change"
        label="What happened"
        value={filter.change}
        options={[
          { value: "", label: "Everything" },
          ...changes.map((value) => ({ value, label: changeWords[value].label })),
        ]}
        onChange={(change) => set({ change })}
      />
      <SelectField<ItemKind | "">
        id="compare-kind"
        label="Kind"
        value={filter.kind}
        options={[
          { value: "", label: "All kinds" },
          ...allKinds.map((value) => ({ value, label: itemKinds[value].plural })),
        ]}
        onChange={(kind) => set({ kind })}
      />
      {boroughs.length > 0 || filter.variationOf !== "" ? (
        <SelectField
          id="compare-variations"
          label="Differs for"
          value={filter.variationOf}
          options={[
            { value: "", label: "Any or none" },
            ...boroughs.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(variationOf) => set({ variationOf })}
        />
      ) : null}
      <TextField
        id="compare-words"
        type="search"
        label="Words or reference"
        value={filter.words}
        onChange={(words) => set({ words })}
      />
      <output className="compare-shown">
        {isCompareFiltering(filter) ? (
          <>
            <span>{shown === 0 ? "Nothing fits." : `${shown} of ${all} shown.`}</span>{" "}
            <Button look="plain" onClick={() => onChange(noCompareFilter)}>
              Show everything
            </Button>
          </>
        ) : null}
      </output>
    </search>
  );
}
