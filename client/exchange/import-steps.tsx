/** The steps of bringing a file in, one after the other. What became of the file takes the focus. */
import { useEffect, useRef, type ReactNode } from "react";
import { Notice } from "../controls/notice.tsx";
import { ProgressBar } from "../controls/progress-bar.tsx";
import { ChooseFile } from "./choose-file.tsx";
import { ColumnsStep } from "./columns-step.tsx";
import { DoneStep, UndoneStep } from "./done-step.tsx";
import { EarlierImports } from "./earlier-imports.tsx";
import { PreviewStep } from "./preview-step.tsx";
import { ProblemList } from "./problem-list.tsx";
import { useImport, type UseImport } from "./use-import.ts";
import { WhatCanCome } from "./what-can-come.tsx";
import "./exchange.css";
import "./preview.css";

export function ImportSteps(): ReactNode {
  const doing = useImport();
  const { step, choose, undo } = doing;
  const outcome = useRef<HTMLDivElement>(null);
  const before = useRef(step.state);
  useEffect(() => {
    // What became of the file is what one wants to read next.
    // The first step takes no focus from whoever came to the page, only from whoever came back to it.
    if (before.current === step.state) return;
    before.current = step.state;
    if (step.state === "choosing") document.getElementById("import-file")?.focus();
    else outcome.current?.focus({ preventScroll: true });
    // The step before may have been read to its end.
    if (step.state !== "working") window.scrollTo({ top: 0 });
  }, [step.state]);
  const mayChoose = step.state === "choosing" || step.state === "refused";
  return (
    <>
      {mayChoose ? (
        <ChooseFile
          label={step.state === "choosing" ? "Choose a file" : "Choose another file"}
          onChoose={choose}
        />
      ) : null}
      <div ref={outcome} tabIndex={-1} className="import-outcome">
        <Outcome doing={doing} />
      </div>
      {step.state === "choosing" ? (
        <>
          <WhatCanCome />
          <EarlierImports onUndo={undo} />
        </>
      ) : null}
    </>
  );
}

function Outcome({ doing }: { readonly doing: UseImport }): ReactNode {
  const { step, say, chooseColumns, bringIn, undo, cancel, again } = doing;
  switch (step.state) {
    case "choosing":
      return null;
    case "working":
      return (
        <>
          <h2>{step.fileName}</h2>
          <ProgressBar {...step.progress} onCancel={step.back ? cancel : null} />
        </>
      );
    case "refused":
      return (
        <>
          <Notice look="danger">{step.message}</Notice>
          <ProblemList problems={step.problems} />
        </>
      );
    case "columns":
      return (
        <ColumnsStep
          key={step.table.importId}
          table={step.table}
          message={step.message}
          onSay={(mapping) => say(step.table, mapping)}
          onCancel={again}
        />
      );
    case "preview": {
      const { preview, table, message } = step;
      return (
        <PreviewStep
          key={preview.importId}
          preview={preview}
          message={message}
          onBringIn={bringIn}
          onColumns={table ? () => chooseColumns(table) : null}
          onCancel={again}
        />
      );
    }
    case "done": {
      const { fileName, outcome } = step;
      return (
        <DoneStep
          fileName={fileName}
          outcome={outcome}
          onUndo={() => undo(outcome.importId, fileName)}
          onAgain={again}
        />
      );
    }
    case "undone":
      return <UndoneStep fileName={step.fileName} outcome={step.outcome} onAgain={again} />;
  }
}
