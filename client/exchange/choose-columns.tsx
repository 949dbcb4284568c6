/** What each column of a table says: its heading, what stands in it, and a choice. */
import { useId, type ReactNode } from "react";
import {
  columnUses,
  type ColumnUse,
  type SheetView,
  type TableMapping,
} from "../../shared/table-mapping.ts";
import { columnWords } from "./column-words.ts";

interface ChooseColumnsProps {
  readonly sheet: SheetView;
  readonly mapping: TableMapping;
  readonly onChange: (columns: TableMapping["columns"]) => void;
}

/** Words of the first rows that show what a column is like. */
const samples = 3;

const options = [...columnUses].toSorted((a, b) => orderOf(a) - orderOf(b));

function orderOf(use: ColumnUse): number {
  return Object.keys(columnWords).indexOf(use);
}

export function ChooseColumns({ sheet, mapping, onChange }: ChooseColumnsProps): ReactNode {
  const { columns, headingRow } = mapping;
  const headings = sheet.rows[headingRow - 1] ?? [];
  const rows = sheet.rows.slice(headingRow);
  return (
    <ul className="import-columns">
      {columns.map((use, at) => {
        const heading = headings[at]?.trim() ?? "";
        const words = rows
          .map((row) => row[at]?.trim() ?? "")
          .filter((word) => word !== "")
          .slice(0, samples);
        if (heading === "" && words.length === 0) return null;
        const letter = letterOf(at);
        return (
          <li key={letter} className={use === null ? "import-column-unused" : ""}>
            <ChooseColumn
              heading={heading === "" ? `Column ${letter}` : heading}
              words={words}
              use={use}
              onChange={(chosen) => onChange(columns.with(at, chosen))}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface ChooseColumnProps {
  readonly heading: string;
  readonly words: readonly string[];
  readonly use: ColumnUse | null;
  readonly onChange: (use: ColumnUse | null) => void;
}

function ChooseColumn({ heading, words, use, onChange }: ChooseColumnProps): ReactNode {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{heading}</label>
      <p className="import-samples">
        {words.length === 0
          ? "Nothing in the first rows"
          : words.map((word) => shorten(word)).join(" · ")}
      </p>
      <select
        id={id}
        className="field-input"
        value={use ?? ""}
        onChange={({ target: { value } }) =>
          onChange(columnUses.find((name) => name === value) ?? null)
        }
      >
        <option value="">Do not use it</option>
        {options.map((name) => (
          <option key={name} value={name}>
            {columnWords[name]}
          </option>
        ))}
      </select>
    </>
  );
}

/** A, B, … Z, AA, as spreadsheets name them. */
function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, " ");
  return line.length > 50 ? `${line.slice(0, 50)}…` : line;
}
