/** Only some of the items: by kind, priority, borough, section and words. */
import type { ReactNode } from "react";
import {
  allKinds,
  allPriorities,
  defaultPriorityWords,
  itemKinds,
} from "../../shared/item-kinds.ts";
import { plainText } from "../../shared/plain-text.ts";
import { emptyRichText } from "../../shared/rich-text.ts";
import { boroughsIn } from "../connection/borough-names.ts";
import { useRecord, useSession } from "../connection/hooks.ts";
import { useStructure } from "../connection/structure.ts";
import { Checkbox } from "../controls/checkbox.tsx";
import { SelectField } from "../controls/select-field.tsx";
import { TextField } from "../controls/text-field.tsx";
import type { ChosenExport } from "./export-choice.ts";

interface NarrowChoiceProps {
  readonly chosen: ChosenExport;
  readonly onChange: (change: Partial<ChosenExport>) => void;
}

export function NarrowChoice({ chosen, onChange }: NarrowChoiceProps): ReactNode {
  const names = useRecord((record) => JSON.stringify(boroughsIn(record)));
  const boroughs = JSON.parse(names) as ReturnType<typeof boroughsIn>;
  const sections = useSections();
  return (
    <div className="export-narrow">
      <fieldset className="choices">
        <legend className="field-label">Of these kinds</legend>
        <div className="export-boxes">
          {allKinds
            .filter((kind) => kind !== "section")
            .map((kind) => (
              <Checkbox
                key={kind}
                id={`export-kind-${kind}`}
                label={itemKinds[kind].plural}
                checked={chosen.kinds.has(kind)}
                onChange={(is) => onChange({ kinds: toggled(chosen.kinds, kind, is) })}
              />
            ))}
        </div>
      </fieldset>
      <fieldset className="choices">
        <legend className="field-label">Of these priorities</legend>
        <div className="export-boxes">
          {allPriorities.map((priority) => (
            <Checkbox
              key={priority}
              id={`export-priority-${priority}`}
              label={defaultPriorityWords[priority]}
              checked={chosen.priorities.has(priority)}
              onChange={(is) => onChange({ priorities: toggled(chosen.priorities, priority, is) })}
            />
          ))}
        </div>
      </fieldset>
      <SelectField
        id="export-raised-by"
        label="Raised by"
        value={chosen.raisedBy ?? ""}
        options={[
          { value: "", label: "Anybody" },
          ...boroughs.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => onChange({ raisedBy: id === "" ? null : id })}
      />
      <SelectField
        id="export-section"
        label="In the section"
        value={chosen.section ?? ""}
        options={[{ value: "", label: "Any section" }, ...sections]}
        onChange={(id) => onChange({ section: id === "" ? null : id })}
      />
      <TextField
        id="export-words"
        label="That say"
        hint="Words or a reference. Leave it empty for all."
        maxLength={200}
        value={chosen.text}
        onChange={(text) => onChange({ text })}
      />
    </div>
  );
}

function useSections(): { value: string; label: string }[] {
  const { items } = useSession();
  return useStructure().sections.map(({ id, level }) => {
    const title = plainText(items.item(id)?.fields["title"] ?? emptyRichText).trim();
    return {
      value: id,
      label: `${"\u2003".repeat(level - 1)}${title || "Section without a title"}`,
    };
  });
}

function toggled<Value>(set: ReadonlySet<Value>, value: Value, is: boolean): ReadonlySet<Value> {
  const next = new Set(set);
  if (is) next.add(value);
  else next.delete(value);
  return next;
}
