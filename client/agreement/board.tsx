/** What is left to agree, all on one page: the line on top, the board, what would make it joint, and the boroughs themselves. */
import { useCallback, useId, useRef, type ReactNode } from "react";
import type { RecordState } from "../../shared/record-state.ts";
import { useAgreement } from "../connection/agreement-store.ts";
import { boroughName } from "../connection/borough-names.ts";
import { useMay, useRecord, useSession } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { BoardFilters } from "./board-filters.tsx";
import { BoardSummary } from "./board-summary.tsx";
import { BoardTable } from "./board-table.tsx";
import { fits, isFiltering, noFilter } from "./board-filter.ts";
import { BoroughsPart } from "./boroughs-part.tsx";
import { JointPart } from "./joint-part.tsx";
import { NothingToAgree } from "./nothing-to-agree.tsx";
import { StillAgree } from "./still-agree.tsx";
import { useBoardFilter } from "./use-board-filter.ts";
import { useSections } from "./use-sections.ts";
import "./board.css";

interface AgreementBoardProps {
  /** Opens what boroughs say about an item. */
  readonly onOpen: (itemId: string) => void;
}

export function AgreementBoard({ onOpen }: AgreementBoardProps): ReactNode {
  const agreement = useAgreement();
  const { boroughs, rows, counts } = agreement;
  const { filter, set, addressOf } = useBoardFilter();
  const sections = useSections(rows);
  const nameOf = useNameOf();
  const hintId = useId();
  const maySay = useMay("propose-position");
  const heading = useRef<HTMLHeadingElement>(null);
  const goToBoard = useCallback(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "start" });
  }, []);
  if (rows.length === 0)
    return (
      <>
        <NothingToAgree />
        <BoroughsPart />
      </>
    );
  const shown = isFiltering(filter) ? rows.filter((row) => fits(row, filter)) : rows;
  const isSilent = rows.every(({ cells }) => cells.every(({ stance }) => stance === null));
  return (
    <>
      {isSilent ? (
        <p className="board-silent">
          Nobody has said anything yet.
          {maySay && " Open a cell to say what your borough thinks."}
        </p>
      ) : (
        <BoardSummary agreement={agreement} addressOf={addressOf} onFollow={goToBoard} />
      )}
      <StillAgree rows={rows} onConfirmed={goToBoard} />
      <section className="board-part board-all" aria-labelledby="board-heading">
        <h2 id="board-heading" ref={heading} tabIndex={-1}>
          What each borough says
        </h2>
        <BoardFilters filter={filter} boroughs={boroughs} sections={sections} onChange={set} />
        <div className="board-shown">
          <output>
            {shown.length === rows.length
              ? `${counts.items} needs and requirements`
              : `${shown.length} of ${counts.items} needs and requirements`}
          </output>
          {isFiltering(filter) && (
            <Button look="plain" onClick={() => set(noFilter)}>
              Show everything
            </Button>
          )}
          <p id={hintId} className="board-keys">
            Arrow keys move from cell to cell. Enter opens what was said.
          </p>
        </div>
        {shown.length === 0 ? (
          <p>Nothing is like that.</p>
        ) : (
          <BoardTable
            boroughs={boroughs}
            rows={shown}
            nameOf={nameOf}
            onOpen={onOpen}
            hintId={hintId}
          />
        )}
      </section>
      <JointPart agreement={agreement} addressOf={addressOf} onFollow={goToBoard} />
      <BoroughsPart />
    </>
  );
}

/** What boroughs are called: the same function until somebody comes or goes. */
function useNameOf(): (boroughId: string) => string {
  const { record } = useSession();
  const people = useRecord(peopleIn);
  return useCallback(
    (boroughId) => boroughName({ ...record.state(), people }, boroughId),
    [record, people],
  );
}

function peopleIn({ people }: RecordState): RecordState["people"] {
  return people;
}
