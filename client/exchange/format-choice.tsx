/** Which file: each with what it is good for, by whom it is for. */
import type { ReactNode } from "react";
import {
  exportFormat,
  exportFormatIds,
  exportPurposes,
  type ExportFormatId,
  type ExportPurpose,
} from "../../shared/export-formats.ts";

interface FormatChoiceProps {
  readonly value: ExportFormatId;
  readonly onChange: (format: ExportFormatId) => void;
}

const purposes = Object.entries(exportPurposes) as readonly (readonly [ExportPurpose, string])[];

export function FormatChoice({ value, onChange }: FormatChoiceProps): ReactNode {
  return (
    <fieldset className="export-formats">
      <legend>
        <h2>What do you need?</h2>
      </legend>
      {purposes.map(([purpose, title]) => (
        <fieldset key={purpose} className="export-purpose">
          <legend className="field-label">{title}</legend>
          {exportFormatIds
            .map((id) => ({ id, ...exportFormat(id) }))
            .filter((format) => format.purpose === purpose)
            .map(({ id, label, about, ending }) => (
              <label key={id} className="choice export-format" htmlFor={`export-${id}`}>
                <input
                  type="radio"
                  id={`export-${id}`}
                  name="export-format"
                  checked={id === value}
                  onChange={() => onChange(id)}
                />
                <span>
                  <span className="export-format-name">{label}</span>{" "}
                  <span className="export-ending">.{ending}</span>
                  <span className="choice-hint">{about}</span>
                </span>
              </label>
            ))}
        </fieldset>
      ))}
    </fieldset>
  );
}
