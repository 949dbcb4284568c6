/** Takes a file, chosen by button or dropped on it: a browser's own field for files does both. */
import type { ReactNode } from "react";

interface ChooseFileProps {
  readonly label: string;
  readonly onChoose: (file: File) => void;
}

/** A hint for the browser's dialog; what a file is, is told by what is in it. */
const accepted = ".csv,.tsv,.txt,.xlsx,.xlsm,.docx,.reqif,.reqifz,.json,text/csv";

export function ChooseFile({ label, onChoose }: ChooseFileProps): ReactNode {
  return (
    <div className="import-choose">
      <label htmlFor="import-file">{label}</label>
      <input
        id="import-file"
        type="file"
        accept={accepted}
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
