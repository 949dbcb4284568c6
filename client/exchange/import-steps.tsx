/** The steps of bringing a file in, one after the other. What became of the file takes the focus. */
import { useEffect, useRef, type ReactNode } from "react";
import { useSession } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { LinkButton } from "../controls/link-button.tsx";
import { Notice } from "../controls/notice.tsx";
import { ChooseFile } from "./choose-file.tsx";
import { ColumnsHelp } from "./columns-help.tsx";
import { count, countsInWords } from "./counts-in-words.ts";
import { ImportPreview } from "./import-preview.tsx";
import { ProblemList } from "./problem-list.tsx";
import { useImport, type ImportStep } from "./use-import.ts";
import "./exchange.css";

export function ImportSteps(): ReactNode {
  const { step, choose, bringIn, again } = useImport();
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What became of the file is what one wants to read next.
    if (step.state !== "choosing" && step.state !== "reading") outcome.current?.focus();
  }, [step.state]);
  return (
    <>
      {step.state === "done" ? null : (
        <ChooseFile
          label={step.state === "choosing" ? "Choose a CSV file" : "Choose another file"}
          onChoose={choose}
        />
      )}
      <div ref={outcome} tabIndex={-1} className="import-outcome">
        <Outcome step={step} bringIn={bringIn} again={again} />
      </div>
      {step.state === "choosing" ? <ColumnsHelp /> : null}
    </>
  );
}

interface OutcomeProps {
  readonly step: ImportStep;
  readonly bringIn: () => void;
  readonly again: () => void;
}

function Outcome({ step, bringIn, again }: OutcomeProps): ReactNode {
  switch (step.state) {
    case "choosing":
      return null;
    case "reading":
      return <output>Reading {step.fileName}…</output>;
    case "refused":
      return (
        <>
          <Notice look="danger">{step.message}</Notice>
          <ProblemList problems={step.problems} />
        </>
      );
    case "previewed":
      return <Previewed step={step} bringIn={bringIn} again={again} />;
    case "done":
      return <Done step={step} again={again} />;
  }
}

interface PreviewedProps {
  readonly step: Extract<ImportStep, { state: "previewed" }>;
  readonly bringIn: () => void;
  readonly again: () => void;
}

function Previewed({ step, bringIn, again }: PreviewedProps): ReactNode {
  const { file, plan, isApplying } = step;
  const { problems, notices } = plan;
  if (problems.length > 0) {
    return (
      <>
        <h2>
          {file.name} has {count(problems.length, "problem")}
        </h2>
        <p>Nothing comes in yet. Put the file right, save it, then choose it again.</p>
        <ProblemList problems={problems} />
      </>
    );
  }
  return (
    <>
      <h2>What comes in from {file.name}</h2>
      <p className="import-counts">
        {countsInWords(plan)}
        {plan.sections === 0 ? "" : `, with ${count(plan.sections, "new section")}`}.
      </p>
      {notices.length > 0 ? <ProblemList problems={notices} /> : null}
      <p className="import-buttons">
        <Button look="main" busy={isApplying} onClick={bringIn}>
          {isApplying ? "Bringing it in…" : "Bring all of it in"}
        </Button>
        <Button onClick={again}>Cancel</Button>
      </p>
      <ImportPreview plan={plan} />
    </>
  );
}

interface DoneProps {
  readonly step: Extract<ImportStep, { state: "done" }>;
  readonly again: () => void;
}

function Done({ step, again }: DoneProps): ReactNode {
  const { statementId } = useSession();
  const base = `/statements/${statementId}`;
  return (
    <>
      <Notice look="done">
        {countsInWords(step.plan)} from {step.fileName} are in the statement.
      </Notice>
      <p className="import-buttons">
        <LinkButton look="main" to={base}>
          Go to the statement
        </LinkButton>
        <LinkButton to={`${base}/needs`}>See which needs are covered</LinkButton>
        <Button look="plain" onClick={again}>
          Import another file
        </Button>
      </p>
    </>
  );
}
