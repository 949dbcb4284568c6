/** Takes a file, chosen by button or dropped on it: a browser's own field for files does both. */
import type { ReactNode } from "react";

interface ChooseFileProps {
  readonly label: string;
  readonly onChoose: (file: File) => void;
}

export function ChooseFile({ label, onChoose }: ChooseFileProps): ReactNode {
  return (
    <div className="import-choose">
      <label htmlFor="import-file">{label}</label>
      <input
        id="import-file"
        type="file"
        accept=".csv,text/csv"
        aria-describedby="import-file-hint"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file, put right, can be chosen again.
          event.target.value = "";
          if (file) onChoose(file);
        }}
      />
      <p id="import-file-hint">or drop it here</p>
    </div>
  );
}
