/**
 * What reads each format: one line each. A reader makes a proposed file of bytes, or says with a Refusal
 * why it cannot; tables are read in two steps, because somebody says what their columns mean.
 */
import type { ProposedFile } from "../../../shared/proposed-file.ts";
import type { Tell } from "../work/progress.ts";

export interface FileToRead {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** @throws Refusal */
type Reader = (file: FileToRead, tell: Tell) => ProposedFile | Promise<ProposedFile>;

export const readers: Readonly<
  Record<"docx" | "reqif" | "reqifz" | "json", () => Promise<Reader>>
> = {
  docx: async () => {
    const { readDocx } = await import("../docx/read-docx.ts");
    return ({ bytes }) => readDocx(bytes);
  },
  reqif: readsReqif,
  reqifz: readsReqif,
  json: async () => {
    const { readJson } = await import("../json/read-json.ts");
    return ({ bytes }) => readJson(bytes);
  },
};

async function readsReqif(): Promise<Reader> {
  const { readReqif } = await import("../reqif/read-reqif.ts");
  return ({ bytes }) => readReqif(bytes);
}
