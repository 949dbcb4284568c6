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
  "supplier-response": async () =>
    (await import("../xlsx/write-supplier-response.ts")).writeSupplierResponse,
  tracker: async () => (await import("../xlsx/write-tracker.ts")).writeTracker,
  csv: async () => (await import("../csv/write-csv.ts")).writeCsv,
  reqif: async () => (await import("../reqif/write-reqif.ts")).writeReqif,
  json: async () => (await import("../json/write-json.ts")).writeJson,
};
