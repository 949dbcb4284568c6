/** How the file comes along, and what became of it. */
import type { ReactNode } from "react";
import type { ExportFormatId } from "../../shared/export-formats.ts";
import { Notice } from "../controls/notice.tsx";
import { ProgressBar } from "../controls/progress-bar.tsx";
import { count } from "./counts-in-words.ts";
import type { ExportStep } from "./use-export.ts";

interface ExportOutcomeProps {
  readonly step: ExportStep;
  readonly format: ExportFormatId;
  readonly onCancel: () => void;
}

export function ExportOutcome({ step, format, onCancel }: ExportOutcomeProps): ReactNode {
  switch (step.state) {
    case "choosing":
      return null;
    case "writing":
      return <ProgressBar {...step.progress} onCancel={onCancel} />;
    case "refused":
      return <Notice look="danger">{step.message}</Notice>;
    case "ready":
      return (
        <Notice look="done">
          <p>
            <strong>{step.name}</strong> is ready, with {count(step.items, "item")} (
            {sizeWords(step.bytes)}). Your browser keeps it among its downloads.
          </p>
          {format === "supplier-response" && <p>Look through it before you send it.</p>}
          <p>
            <a href={step.address} download={step.name}>
              Download it again
            </a>
          </p>
        </Notice>
      );
  }
}

function sizeWords(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1_000
    ? `${Math.max(1, Math.round(kilobytes))} KB`
    : `${(kilobytes / 1024).toFixed(1)} MB`;
}
