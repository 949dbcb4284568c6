/** Which text: as it is now or as a version kept it, and read as whose. */
import type { ReactNode } from "react";
import { wordsOfDay } from "../../shared/day.ts";
import { nameOfVersion, versionsIn, type Version } from "../../shared/version.ts";
import { boroughsIn } from "../connection/borough-names.ts";
import { useRecord } from "../connection/hooks.ts";
import { SelectField } from "../controls/select-field.tsx";
import type { ChosenExport } from "./export-choice.ts";

interface TextChoiceProps {
  readonly chosen: ChosenExport;
  readonly takesBorough: boolean;
  readonly onChange: (change: Partial<ChosenExport>) => void;
}

export function TextChoice({ chosen, takesBorough, onChange }: TextChoiceProps): ReactNode {
  const versions = versionsIn({ versions: useRecord((record) => record.versions) });
  const names = useRecord((record) => JSON.stringify(boroughsIn(record)));
  const boroughs = JSON.parse(names) as ReturnType<typeof boroughsIn>;
  return (
    <div className="export-texts">
      <SelectField
        id="export-version"
        label="Which text"
        hint="As everybody reads it now, or as a version kept it."
        value={chosen.version === null ? "now" : String(chosen.version)}
        options={[
          { value: "now", label: "As it is now" },
          ...versions.map((version) => ({
            value: String(version.number),
            label: versionWords(version),
          })),
        ]}
        onChange={(value) => onChange({ version: value === "now" ? null : Number(value) })}
      />
      {takesBorough ? (
        <SelectField
          id="export-as"
          label="Read as"
          hint="As one borough’s: with what differs for it, without what does not apply to it."
          value={chosen.as ?? ""}
          options={[
            { value: "", label: "The common text, with what differs for each" },
            ...boroughs.map(({ id, name }) => ({ value: id, label: `${name}’s` })),
          ]}
          onChange={(id) => onChange({ as: id === "" ? null : id })}
        />
      ) : null}
    </div>
  );
}

function versionWords(version: Version): string {
  const { number, issued, made } = version;
  const day = wordsOfDay(made.at.slice(0, 10));
  const name = `Version ${number}: ${nameOfVersion(version)}, ${day}`;
  return issued ? `${name} (issued version ${issued.issue})` : name;
}
