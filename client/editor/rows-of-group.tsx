/** Some rows that stand together. Rendered again only when they are others, or others stand around them. */
import { Fragment, memo, type ReactNode } from "react";
import { useSession } from "../connection/hooks.ts";
import { useIsAnybodyAmong } from "../connection/people-at-items.ts";
import { AddHere } from "./add-item.tsx";
import { ItemRow } from "./rows/item-row.tsx";

interface RowsOfGroupProps {
  readonly ids: readonly string[];
  /** The item before them and the one after them. */
  readonly before: string | null;
  readonly after: string | null;
  /** Whether something can be added where a section ends. */
  readonly hasGaps: boolean;
}

export const RowsOfGroup = memo(function RowsOfGroup({
  ids,
  before,
  after,
  hasGaps,
}: RowsOfGroupProps): ReactNode {
  const { items } = useSession();
  const hasOthers = useIsAnybodyAmong(ids);
  const isSection = (id: string | null | undefined): boolean =>
    typeof id === "string" && items.item(id)?.kind === "section";
  // A rule goes between two items, and a gap to add in is a rule enough.
  const isRuled = before !== null && !isSection(before);
  return (
    <div
      className={isRuled ? "row-group row-group-ruled" : "row-group"}
      data-with-others={hasOthers ? "" : undefined}
    >
      {ids.map((id, number) => (
        <Fragment key={id}>
          <ItemRow id={id} />
          {hasGaps && isSection(ids[number + 1] ?? after) && <AddHere after={id} />}
        </Fragment>
      ))}
    </div>
  );
});
