/** Taking the statement out: what, of which text, how much of it; then the file. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useSearchParams } from "react-router";
import { exportFormat } from "../../shared/export-formats.ts";
import { Button } from "../controls/button.tsx";
import { Checkbox } from "../controls/checkbox.tsx";
import { Choices } from "../controls/choices.tsx";
import { announce } from "../controls/announcer.tsx";
import {
  askedOf,
  besideOf,
  besideWords,
  chosenAtFirst,
  isBeside,
  type ChosenExport,
} from "./export-choice.ts";
import { ExportOutcome } from "./export-outcome.tsx";
import { FormatChoice } from "./format-choice.tsx";
import { NarrowChoice } from "./narrow-choice.tsx";
import { TextChoice } from "./text-choice.tsx";
import { useExport } from "./use-export.ts";
import "./export.css";

export function ExportSteps(): ReactNode {
  const [query] = useSearchParams();
  const [chosen, setChosen] = useState(() => chosenAtFirst(query));
  const { step, begin, cancel, forget } = useExport();
  const outcome = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isOver = step.state === "ready" || step.state === "refused";
  useEffect(() => {
    // What became of the file is what one wants to read next.
    if (isOver) outcome.current?.focus();
  }, [isOver]);
  const change = (part: Partial<ChosenExport>): void => {
    setChosen((before) => ({ ...before, ...part }));
    if (isOver) forget();
  };
  const { takes } = exportFormat(chosen.format);
  const beside = besideOf(chosen.format);
  return (
    <form
      className="export"
      onSubmit={(event) => {
        event.preventDefault();
        if (step.state !== "writing") begin(askedOf(chosen));
      }}
    >
      <FormatChoice value={chosen.format} onChange={(format) => change({ format, beside: {} })} />
      <section className="export-part" aria-labelledby="export-of">
        <h2 id="export-of">What is in it</h2>
        <TextChoice chosen={chosen} takesBorough={takes.includes("as-borough")} onChange={change} />
        {beside.length > 0 && (
          <fieldset className="choices">
            <legend className="field-label">Also in it</legend>
            {beside.map((choice) => (
              <Checkbox
                key={choice}
                id={`export-with-${choice}`}
                {...besideWords[choice]}
                checked={isBeside(chosen, choice)}
                onChange={(is) => change({ beside: { ...chosen.beside, [choice]: is } })}
              />
            ))}
          </fieldset>
        )}
        {takes.includes("filter") && (
          <Choices
            id="export-how-much"
            legend="How much"
            value={chosen.isNarrowed ? "some" : "all"}
            choices={[
              { value: "all", label: "All of it" },
              { value: "some", label: "Only some of it" },
            ]}
            onChange={(value) => change({ isNarrowed: value === "some" })}
          />
        )}
        {takes.includes("filter") && chosen.isNarrowed && (
          <NarrowChoice chosen={chosen} onChange={change} />
        )}
      </section>
      <div className="export-make">
        <Button ref={button} type="submit" look="main" busy={step.state === "writing"}>
          {step.state === "writing" ? "Making the file…" : "Make the file"}
        </Button>
        <div ref={outcome} tabIndex={-1} className="export-outcome">
          <ExportOutcome
            step={step}
            format={chosen.format}
            onCancel={() => {
              cancel();
              announce("Cancelled. No file was made.");
              button.current?.focus();
            }}
          />
        </div>
      </div>
    </form>
  );
}
