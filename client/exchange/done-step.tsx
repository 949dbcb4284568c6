/** What came of an import, or of undoing it. */
import type { ReactNode } from "react";
import type { ImportOutcome, UndoOutcome } from "../../shared/import-changes.ts";
import { useSession } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { inWords } from "../controls/in-words.ts";
import { LinkButton } from "../controls/link-button.tsx";
import { Notice } from "../controls/notice.tsx";
import { count } from "./counts-in-words.ts";
import { ProblemList } from "./problem-list.tsx";

interface DoneStepProps {
  readonly fileName: string;
  readonly outcome: ImportOutcome;
  readonly onUndo: () => void;
  readonly onAgain: () => void;
}

export function DoneStep({ fileName, outcome, onUndo, onAgain }: DoneStepProps): ReactNode {
  const { added, changed, links, suggestions, notices } = outcome;
  const what = inWords(
    [
      count(added, "new item"),
      count(changed, "changed item"),
      count(links, "new link"),
      count(suggestions, "suggestion"),
    ].filter((words) => words !== ""),
  );
  return (
    <>
      <Notice look="done">
        {what === ""
          ? `Nothing of ${fileName} changed the statement.`
          : `${what} from ${fileName} ${added + changed + links + suggestions === 1 ? "is" : "are"} in the statement.`}
      </Notice>
      {notices.length > 0 ? (
        <>
          <h2>What could not be done</h2>
          <ProblemList problems={notices} />
        </>
      ) : null}
      <AfterButtons onAgain={onAgain} onUndo={onUndo} />
    </>
  );
}

interface UndoneStepProps {
  readonly fileName: string;
  readonly outcome: UndoOutcome;
  readonly onAgain: () => void;
}

export function UndoneStep({ fileName, outcome, onAgain }: UndoneStepProps): ReactNode {
  const { putBack, left } = outcome;
  return (
    <>
      <Notice look="done">
        {putBack === 0
          ? `Nothing of ${fileName} was left to put back.`
          : `${count(putBack, "item")} from ${fileName} ${putBack === 1 ? "is" : "are"} as before. What was new is not taken forward any more, and can be put back.`}
      </Notice>
      {left.length > 0 ? (
        <>
          <h2>What stays as it is</h2>
          <ProblemList
            problems={left.map(({ reference, itemId, why }) => ({
              where: reference === "" ? `A passage (${itemId.slice(0, 4)})` : reference,
              what: why,
            }))}
          />
        </>
      ) : null}
      <AfterButtons onAgain={onAgain} onUndo={null} />
    </>
  );
}

interface AfterButtonsProps {
  readonly onAgain: () => void;
  readonly onUndo: (() => void) | null;
}

function AfterButtons({ onAgain, onUndo }: AfterButtonsProps): ReactNode {
  const { statementId } = useSession();
  const base = `/statements/${statementId}`;
  return (
    <p className="import-buttons">
      <LinkButton look="main" to={base}>
        Go to the statement
      </LinkButton>
      <LinkButton to={`${base}/needs`}>See which needs are covered</LinkButton>
      {onUndo ? <Button onClick={onUndo}>Undo</Button> : null}
      <Button look="plain" onClick={onAgain}>
        Import another file
      </Button>
    </p>
  );
}
