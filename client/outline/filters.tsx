/** What the document shows: a search, and a few choices. Says how many items fit, and how to see all again. */
import { useId, type ReactNode } from "react";
import {
  allKinds,
  allPriorities,
  defaultPriorityWords,
  itemKinds,
  type ItemKind,
  type Priority,
} from "../../shared/item-kinds.ts";
import { boroughsIn } from "../connection/borough-names.ts";
import { useStatementHints } from "../connection/hint-store.ts";
import { useMay, useMe, useRecord } from "../connection/hooks.ts";
import { useNotes } from "../connection/note-store.ts";
import { useStructure } from "../connection/structure.ts";
import { Button } from "../controls/button.tsx";
import { Checkbox } from "../controls/checkbox.tsx";
import { SelectField } from "../controls/select-field.tsx";
import { isFiltering, noFilter, type Filter } from "./filter.ts";
import { useDiffering } from "./use-differing.ts";
import { useNotCovered } from "./use-filtered.ts";

interface FiltersProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  /** How many items fit, or null without a filter. */
  readonly count: number | null;
}

export function Filters({ filter, onChange, count }: FiltersProps): ReactNode {
  const id = useId();
  const me = useMe();
  const notCovered = useNotCovered();
  const { itemIds: hinted } = useStatementHints();
  const noted = useNotes();
  const mayComment = useMay("comment");
  const names = useRecord((record) => JSON.stringify(boroughsIn(record)));
  const differing = useDiffering();
  const { shown } = useStructure();
  const set = (change: Partial<Filter>): void => onChange({ ...filter, ...change });
  const choices = JSON.parse(names) as ReturnType<typeof boroughsIn>;
  return (
    <section className="filters" aria-label="Show">
      <h2>Show</h2>
      <label className="filter-search">
        <span className="only-read-out">Search words or references</span>
        <input
          type="search"
          className="field-input"
          placeholder="Search words, R-12"
          value={filter.words}
          onChange={(event) => set({ words: event.target.value })}
        />
      </label>
      <Checkbox
        id={`${id}-not-covered`}
        label={`Not covered (${notCovered.size})`}
        checked={filter.onlyNotCovered}
        onChange={(onlyNotCovered) => set({ onlyNotCovered })}
      />
      {mayComment && (
        <Checkbox
          id={`${id}-hinted`}
          label={`With wording hints (${hinted.size})`}
          checked={filter.onlyHinted}
          onChange={(onlyHinted) => set({ onlyHinted })}
        />
      )}
      {(differing > 0 || filter.onlyDiffering) && (
        <Checkbox
          id={`${id}-differing`}
          label={`Differs for a borough (${differing})`}
          checked={filter.onlyDiffering}
          onChange={(onlyDiffering) => set({ onlyDiffering })}
        />
      )}
      {noted.size > 0 && (
        <Checkbox
          id={`${id}-noted`}
          label={`With a note for ${me.boroughName} only (${noted.size})`}
          checked={filter.onlyNoted}
          onChange={(onlyNoted) => set({ onlyNoted })}
        />
      )}
      <Checkbox
        id={`${id}-mine`}
        label={`Raised by ${me.boroughName}`}
        checked={filter.borough === me.boroughId}
        onChange={(isMine) => set({ borough: isMine ? me.boroughId : "" })}
      />
      <SelectField<ItemKind | "">
        id={`${id}-kind`}
        label="Kind"
        value={filter.kind}
        options={[
          { value: "", label: "All kinds" },
          ...allKinds.map((kind) => ({ value: kind, label: itemKinds[kind].plural })),
        ]}
        onChange={(kind) => set({ kind })}
      />
      <SelectField<Priority | "">
        id={`${id}-priority`}
        label="Priority"
        value={filter.priority}
        options={[
          { value: "", label: "Any priority" },
          ...allPriorities.map((one) => ({ value: one, label: defaultPriorityWords[one] })),
        ]}
        onChange={(priority) => set({ priority })}
      />
      {choices.length > 1 && (
        <SelectField
          id={`${id}-borough`}
          label="Raised by"
          value={filter.borough}
          options={[
            { value: "", label: "Any borough" },
            ...choices.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(borough) => set({ borough })}
        />
      )}
      <output className="filter-result">
        {isFiltering(filter) && count !== null && (
          <>
            <span>{count === 0 ? "Nothing fits" : `${count} of ${shown.length} items`}</span>
            <Button look="plain" onClick={() => onChange(noFilter)}>
              Show everything
            </Button>
          </>
        )}
      </output>
    </section>
  );
}
