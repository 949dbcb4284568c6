/** How many needs of each priority, or of each borough, are met how far. */
import type { ReactNode } from "react";
import { allMet, type Met, type TallyRow } from "../../shared/looking-back.ts";
import { metWords } from "./met-words.ts";
import "./tally-table.css";

interface TallyTableProps<Key> {
  readonly caption: string;
  /** Head of the first column. */
  readonly head: string;
  readonly rows: readonly TallyRow<Key>[];
  readonly nameOf: (key: Key) => string;
}

export function TallyTable<Key extends string | null>({
  caption,
  head,
  rows,
  nameOf,
}: TallyTableProps<Key>): ReactNode {
  // A column of noughts says nothing, but for what is met by none.
  const shown = allMet.filter(
    (met) => met === "notMet" || rows.some(({ counts }) => counts[met] > 0),
  );
  return (
    <table className="back-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">Needs</th>
          {shown.map((met) => (
            <th key={met} scope="col">
              {metWords[met].column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, all, counts }) => (
          <tr key={key ?? ""}>
            <th scope="row">{nameOf(key)}</th>
            <td data-label="Needs">{all}</td>
            {shown.map((met) => (
              <td key={met} data-label={metWords[met].column} className={cellClass(met, counts)}>
                {counts[met]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellClass(met: Met, counts: Readonly<Record<Met, number>>): string | undefined {
  return met === "notMet" && counts.notMet > 0 ? "back-missing" : undefined;
}
