/** One need or requirement on the board: its words, and what each borough says. Renders again only when its row or its words change. */
import { memo, type ReactNode } from "react";
import type { AgreementCell, AgreementRow } from "../../shared/agreement-row.ts";
import { defaultPriorityWords, itemKinds } from "../../shared/item-kinds.ts";
import { useItem, useSession } from "../connection/hooks.ts";
import { itemAddress } from "../connection/item-address.ts";
import { itemSentence } from "../words/item-words.ts";
import { cellWords } from "./cell-words.ts";
import { PlainLink } from "../controls/plain-link.tsx";
import { tableRoles } from "../controls/table-roles.ts";

interface BoardRowProps {
  readonly row: AgreementRow;
  /** Of the boroughs, in the order of the cells; the same array until one changes. */
  readonly names: readonly string[];
  /** Of the boroughs that raised it. */
  readonly raisedBy: string;
  /** Opens what boroughs say about an item. */
  readonly onOpen: (itemId: string) => void;
}

export const BoardRow = memo(BoardRowNow);

function BoardRowNow({ row, names, raisedBy, onOpen }: BoardRowProps): ReactNode {
  const { statementId } = useSession();
  const item = useItem(row.id);
  const name = row.reference ?? `New ${itemKinds[row.kind].label.toLowerCase()}`;
  return (
    <tr {...tableRoles.row} data-row={row.id}>
      <th {...tableRoles.rowHead} className="board-item">
        <PlainLink to={itemAddress(statementId, row.id)} tabIndex={-1} data-cell>
          {name}
        </PlainLink>{" "}
        <span className="board-words">{item ? itemSentence(item) : ""}</span>
        <span className="board-about">
          {row.priority === null ? "" : defaultPriorityWords[row.priority]}
          {raisedBy === "" ? "" : `${row.priority === null ? "" : " · "}${raisedBy}`}
        </span>
      </th>
      {row.cells.map((cell, at) => (
        <td
          key={cell.boroughId}
          {...tableRoles.cell}
          className={`board-cell board-${cell.state}`}
          data-borough={names[at]}
        >
          <Said cell={cell} name={name} borough={names[at] ?? ""} onOpen={() => onOpen(row.id)} />
        </td>
      ))}
    </tr>
  );
}

interface SaidProps {
  readonly cell: AgreementCell;
  readonly name: string;
  readonly borough: string;
  readonly onOpen: () => void;
}

/** As few elements as can be: a board has thousands of cells. The sign before the words comes from the style sheet. */
function Said({ cell, name, borough, onOpen }: SaidProps): ReactNode {
  const { words, note } = cellWords(cell);
  return (
    <button
      type="button"
      tabIndex={-1}
      data-cell
      aria-label={`${name}, ${borough}: ${words} ${note}`.trim()}
      onClick={onOpen}
    >
      {words}
      {note === "" ? null : <span className="board-note">{` ${note}`}</span>}
    </button>
  );
}
