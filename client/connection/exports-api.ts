/** Taking the statement out as a file: beginning it. `watchWork` follows it. */
import type { ExportChoice, ExportFormatId } from "../../shared/export-formats.ts";
import type { ItemKind, Priority } from "../../shared/item-kinds.ts";
import { request } from "./request.ts";
import { workStarted } from "./work-api.ts";

/** What is asked for; null where nothing narrows it. */
export interface AskedExport {
  readonly format: ExportFormatId;
  /** Number of a version; null for the statement as it is now. */
  readonly version: number | null;
  /** As this borough's. */
  readonly as: string | null;
  readonly kinds: readonly ItemKind[] | null;
  readonly priorities: readonly Priority[] | null;
  readonly raisedBy: readonly string[] | null;
  readonly section: string | null;
  readonly text: string;
  /** What is beside the items; as the format usually has it where nobody says. */
  readonly with: Readonly<Partial<Record<BesideItems, boolean>>>;
}

export type BesideItems = Exclude<ExportChoice, "as-borough" | "filter">;

/** @returns the id of the work @throws CommandRefused */
export async function startExport(
  statementId: string,
  { with: beside, ...asked }: AskedExport,
): Promise<string> {
  const path = `/api/statements/${encodeURIComponent(statementId)}/exports`;
  const body = { ...asked, ...beside };
  const { workId } = await request(path, { method: "POST", body, answer: workStarted });
  return workId;
}
