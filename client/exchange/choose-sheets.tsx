/** Which sheets of a workbook are read. Nothing to choose where there is one. */
import type { ReactNode } from "react";
import type { SheetView } from "../../shared/table-mapping.ts";
import { Checkbox } from "../controls/checkbox.tsx";
import { count } from "./counts-in-words.ts";

interface ChooseSheetsProps {
  readonly sheets: readonly SheetView[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

export function ChooseSheets({ sheets, chosen, onChange }: ChooseSheetsProps): ReactNode {
  if (sheets.length < 2) return null;
  return (
    <fieldset className="import-sheets">
      <legend>Sheets to read, each as a section</legend>
      {sheets.map(({ name, rowCount, isHidden }, at) => (
        <Checkbox
          key={name}
          id={`import-sheet-${at}`}
          label={name}
          hint={`${count(rowCount, "row")}${isHidden ? ", hidden" : ""}`}
          checked={chosen.includes(name)}
          onChange={(isChosen) =>
            onChange(
              sheets
                .map((sheet) => sheet.name)
                .filter((one) => (one === name ? isChosen : chosen.includes(one))),
            )
          }
        />
      ))}
    </fieldset>
  );
}
