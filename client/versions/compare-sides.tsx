/** Chooses the two sides of a comparison: an older version, and a newer one or the statement as it is now. */
import type { ReactNode } from "react";
import type { Version } from "../../shared/version.ts";
import type { Sides } from "../connection/compare-api.ts";
import { SelectField } from "../controls/select-field.tsx";
import { versionOption } from "./compare-words.ts";

interface CompareSidesProps {
  /** Newest first. */
  readonly versions: readonly Version[];
  readonly sides: Sides;
  readonly onChange: (sides: Sides) => void;
}

export function CompareSides({ versions, sides, onChange }: CompareSidesProps): ReactNode {
  const options = [
    { value: "now", label: "The statement as it is now" },
    ...versions.map((version) => ({
      value: String(version.number),
      label: versionOption(version),
    })),
  ];
  return (
    <div className="compare-sides">
      <SelectField
        id="compare-from"
        label="What changed since"
        value={sides.from}
        options={options.slice(1)}
        onChange={(from) => onChange({ ...sides, from })}
      />
      <SelectField
        id="compare-to"
        label="Up to"
        value={sides.to}
        options={options}
        onChange={(to) => onChange({ ...sides, to })}
      />
    </div>
  );
}
