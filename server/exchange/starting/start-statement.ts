/** Starts a statement: empty, or from an outline or an earlier statement. All of it is there at once, or nothing. */
import { aboutOf, addItem } from "../../../shared/items.ts";
import type { OutlineId } from "../../../shared/outlines.ts";
import { makeStatement } from "../../record/make-statement.ts";
import type { Resources } from "../../resources.ts";
import { outlinePoint, statementPoint } from "./read-starting-point.ts";
import { beginFromPoint, type StartingPoint } from "./starting-point.ts";

export interface StatementToStart {
  readonly personId: string;
  readonly title: string;
  readonly from: { readonly statementId: string } | { readonly outline: OutlineId } | null;
}

/**
 * @returns its id
 * @throws Refusal `not-allowed` for whoever may not start statements; `not-found` for an earlier
 * statement that the person may not read
 */
export async function startStatement(
  resources: Resources,
  { personId, title, from }: StatementToStart,
): Promise<string> {
  if (from === null) return makeStatement(resources, { personId, title });
  const point: StartingPoint =
    "outline" in from
      ? outlinePoint(from.outline)
      : await statementPoint(resources, { statementId: from.statementId, personId });
  return makeStatement(resources, {
    personId,
    title,
    begin(maker) {
      const { items, drafts, priorityWords } = beginFromPoint(point, maker, resources.newId);
      return {
        drafts,
        write(doc) {
          if (priorityWords) aboutOf(doc).set("priorityWords", { ...priorityWords });
          for (const item of items) addItem(doc, item);
        },
      };
    },
  });
}
