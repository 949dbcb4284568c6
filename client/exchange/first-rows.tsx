/** The first rows of a table as they stand in the file. */
import type { ReactNode } from "react";
import type { SheetView } from "../../shared/table-mapping.ts";

interface FirstRowsProps {
  readonly sheet: SheetView;
  readonly headingRow: number;
}

const shown = 6;

export function FirstRows({ sheet, headingRow }: FirstRowsProps): ReactNode {
  const width = Math.max(...sheet.rows.map((row) => row.length), 0);
  const columns = Array.from({ length: width }, (_, at) => at);
  const rows = sheet.rows
    .map((cells, at) => ({ number: at + 1, cells }))
    .slice(0, headingRow + shown);
  const name = `The first rows${sheet.name === "" ? "" : ` of ${sheet.name}`}`;
  return (
    <details className="import-rows">
      <summary>{name}</summary>
      {/* It scrolls sideways, so it has to be reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="import-rows-frame" tabIndex={0} aria-label={name}>
        <table>
          <tbody>
            {rows.map(({ number, cells }) => (
              <tr key={number} className={number === headingRow ? "import-rows-heading" : ""}>
                <th scope="row">{number}</th>
                {columns.map((at) => (
                  <td key={at}>{cells[at] ?? ""}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
