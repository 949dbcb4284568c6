/** What an import would do with a Word file of a statement that is in the statement still. */
import { readDocx } from "../../../server/exchange/docx/read-docx.ts";
import { planImport } from "../../../server/exchange/import/plan-import.ts";
import { londonBoroughs } from "../../../shared/boroughs.ts";
import type { ProposedFile } from "../../../shared/proposed-file.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";

export interface ReturnedPlan {
  readonly file: ProposedFile;
  /** State and id of each item of the file, in its order. */
  readonly found: readonly (readonly [string, string | null])[];
  readonly parts: readonly unknown[];
  readonly problems: ProposedFile["problems"];
}

export async function planOfReturned(
  bytes: Uint8Array,
  { items, record, priorityWords }: WholeStatement,
): Promise<ReturnedPlan> {
  const file = await readDocx(bytes);
  const target = {
    items,
    references: record.references,
    links: new Set<string>(),
    boroughs: londonBoroughs,
    priorityWords,
  };
  let made = 0;
  const { changes } = planImport(file, target, "word-file", () => `new-${(made += 1)}`);
  return {
    file,
    found: changes.map(({ state, item }) => [state, item?.id ?? null]),
    parts: changes.flatMap(({ parts }) => parts),
    problems: file.problems,
  };
}
