/**
 * What writes each format, loaded on the thread that writes it. A writer is given only what is to be
 * written (`selectItems`), and has no clock: now is `whole.at`.
 */
import type { ExportFormatId } from "../../../shared/export-formats.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import type { ExportOptions } from "./export-options.ts";

export type Writer = (
  whole: WholeStatement,
  options: ExportOptions,
) => Uint8Array | Promise<Uint8Array>;

export const writers: Readonly<Record<ExportFormatId, () => Promise<Writer>>> = {
  docx: async () => (await import("../docx/write-statement.ts")).writeWordStatement,
  "supplier-response": async () =>
    (await import("../xlsx/write-supplier-response.ts")).writeSupplierResponse,
  tracker: async () => (await import("../xlsx/write-tracker.ts")).writeTracker,
  html: async () => (await import("../html/write-html.ts")).writeHtml,
  markdown: async () => (await import("../markdown/write-markdown.ts")).writeMarkdown,
  "decisions-docx": async () =>
    (await import("../decision-log/write-decision-log.ts")).writeDecisionLog,
  "decisions-csv": async () =>
    (await import("../decision-log/write-decision-csv.ts")).writeDecisionCsv,
  csv: async () => (await import("../csv/write-csv.ts")).writeCsv,
  reqif: async () => (await import("../reqif/write-reqif.ts")).writeReqif,
  json: async () => (await import("../json/write-json.ts")).writeJson,
};
