/**
 * What reads each format: one line each. A reader makes a proposed file of bytes, or says with a Refusal
 * why it cannot; tables are read in two steps, because somebody says what their columns mean.
 */
import type { ProposedFile } from "../../../shared/proposed-file.ts";

/** @throws Refusal */
type Reader = (bytes: Uint8Array) => ProposedFile | Promise<ProposedFile>;

export const readers: Readonly<
  Record<"docx" | "reqif" | "reqifz" | "json", () => Promise<Reader>>
> = {
  docx: async () => (await import("../docx/read-docx.ts")).readDocx,
  reqif: readsReqif,
  reqifz: readsReqif,
  json: async () => (await import("../json/read-json.ts")).readJson,
};

async function readsReqif(): Promise<Reader> {
  return (await import("../reqif/read-reqif.ts")).readReqif;
}
