/** Says what the columns of a table mean before anything of it is compared with the statement. */
import { useMemo, useState, type ReactNode } from "react";
import { columnsByHeadings, kindMeant, priorityMeant } from "../../shared/cell-meanings.ts";
import {
  allKinds,
  allPriorities,
  defaultPriorityWords,
  itemKinds,
  type ItemKind,
  type Priority,
} from "../../shared/item-kinds.ts";
import type { SheetView, TableMapping, TableView } from "../../shared/table-mapping.ts";
import { Button } from "../controls/button.tsx";
import { Checkbox } from "../controls/checkbox.tsx";
import { Notice } from "../controls/notice.tsx";
import { SelectField } from "../controls/select-field.tsx";
import { ChooseColumns } from "./choose-columns.tsx";
import { ChooseMeanings } from "./choose-meanings.tsx";
import { ChooseSheets } from "./choose-sheets.tsx";
import { FirstRows } from "./first-rows.tsx";
import { ProblemList } from "./problem-list.tsx";

interface ColumnsStepProps {
  readonly table: TableView;
  /** Why it could not be read as it was said. */
  readonly message: string;
  readonly onSay: (mapping: TableMapping) => void;
  readonly onCancel: () => void;
}

const kindOptions = allKinds.map((value) => ({ value, label: itemKinds[value].label }));
const priorityOptions = allPriorities.map((value) => ({
  value,
  label: defaultPriorityWords[value],
}));

export function ColumnsStep({ table, message, onSay, onCancel }: ColumnsStepProps): ReactNode {
  const [mapping, setMapping] = useState(table.mapping);
  const chosen = useMemo(
    () => table.sheets.filter(({ name }) => mapping.sheets.includes(name)),
    [table, mapping.sheets],
  );
  const sheet = chosen[0] ?? table.sheets[0];
  if (!sheet) return null;
  const change = (part: Partial<TableMapping>): void => setMapping({ ...mapping, ...part });
  /** Other headings are guessed anew. */
  const changeTable = (sheets: string[], headingRow: number): void => {
    const read = table.sheets.filter(({ name }) => sheets.includes(name));
    const columns = columnsOf(read[0] ?? sheet, headingRow, mapping);
    change({ sheets, headingRow, columns, ...meaningsFor(columns, read, mapping) });
  };
  const hasWords = mapping.columns.includes("text") || mapping.columns.includes("iNeed");
  const hasKinds = mapping.columns.includes("kind");
  return (
    <>
      <h2>What do the columns of {table.fileName} mean?</h2>
      <p>
        {table.isRemembered
          ? "This is how you read a file of this shape the last time."
          : "This is a guess from the headings and from what stands under them."}{" "}
        Nothing is in the statement yet.
      </p>
      {message === "" ? null : <Notice look="danger">{message}</Notice>}
      {table.notices.length > 0 ? <ProblemList problems={table.notices} /> : null}
      <ChooseSheets
        sheets={table.sheets}
        chosen={mapping.sheets}
        onChange={(sheets) => changeTable(sheets, mapping.headingRow)}
      />
      <div className="import-row-and-kind">
        <SelectField
          id="import-heading-row"
          label="The headings are in"
          value={String(mapping.headingRow)}
          options={[
            { value: "0", label: "no row: there are none" },
            ...sheet.rows.map((_, at) => ({ value: String(at + 1), label: `row ${at + 1}` })),
          ]}
          onChange={(row) => changeTable(mapping.sheets, Number(row))}
        />
        {hasKinds ? null : (
          <SelectField
            id="import-kind"
            label="Each row is a"
            value={mapping.kind}
            options={kindOptions}
            onChange={(kind) => change({ kind })}
          />
        )}
      </div>
      <ChooseColumns
        sheet={sheet}
        mapping={mapping}
        onChange={(columns) => change({ columns, ...meaningsFor(columns, chosen, mapping) })}
      />
      <ChooseMeanings<ItemKind>
        id="import-kinds"
        legend="Kinds"
        words={mapping.kinds}
        options={kindOptions}
        none="Leave these rows out"
        onChange={(kinds) => change({ kinds })}
      />
      <ChooseMeanings<Priority>
        id="import-priorities"
        legend="Priorities"
        words={mapping.priorities}
        options={priorityOptions}
        none="No priority"
        onChange={(priorities) => change({ priorities })}
      />
      <Checkbox
        id="import-titles"
        label="A row with words in one place only is the title of a section"
        checked={mapping.titlesBetween}
        onChange={(titlesBetween) => change({ titlesBetween })}
      />
      <FirstRows sheet={sheet} headingRow={mapping.headingRow} />
      {hasWords ? null : (
        <Notice look="warn">Choose the column that has the words of the items.</Notice>
      )}
      <p className="import-buttons">
        <Button look="main" busy={!hasWords || chosen.length === 0} onClick={() => onSay(mapping)}>
          See what would change
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </p>
    </>
  );
}

/** As they are while the headings stay; guessed from headings that are others. */
function columnsOf(
  { rows, values }: SheetView,
  headingRow: number,
  { columns, headingRow: before }: TableMapping,
): TableMapping["columns"] {
  const width = Math.max(values.length, columns.length);
  const headings = Array.from({ length: width }, (_, at) => rows[headingRow - 1]?.[at] ?? "");
  if (headingRow !== before) return columnsByHeadings(headings);
  return headings.map((_, at) => columns[at] ?? null);
}

/** The words in the columns that now say kinds and priorities; those that somebody has given a meaning keep it. */
function meaningsFor(
  columns: TableMapping["columns"],
  sheets: readonly SheetView[],
  { kinds, priorities }: TableMapping,
): Pick<TableMapping, "kinds" | "priorities"> {
  const wordsOf = (use: "kind" | "priority"): string[] =>
    columns.flatMap((name, at) =>
      name === use ? sheets.flatMap(({ values }) => Object.keys(values[at] ?? {})) : [],
    );
  const meanings = <Meaning,>(
    words: readonly string[],
    known: Readonly<Record<string, Meaning | null>>,
    meant: (word: string) => Meaning | null,
  ): Record<string, Meaning | null> =>
    Object.fromEntries(
      words.map((word) => [word, (Object.hasOwn(known, word) ? known[word] : null) ?? meant(word)]),
    );
  return {
    kinds: meanings(wordsOf("kind"), kinds, kindMeant),
    priorities: meanings(wordsOf("priority"), priorities, (word) =>
      priorityMeant(word, defaultPriorityWords),
    ),
  };
}
