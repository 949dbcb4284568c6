/** How a piece of long work stands, and how that is written down for other servers. */
import { Refusal, type Problem, type RefusalCode } from "../../../shared/refusal.ts";
import type { StoredFile } from "../../store/file-store.ts";
import type { Progress } from "./progress.ts";

/** What work comes to. */
export interface WorkResult {
  /** Told to whoever watches. Plain data. */
  readonly answer: unknown;
  /** To be fetched. */
  readonly file?: WorkFile;
}

export interface WorkFile {
  readonly name: string;
  readonly mediaType: string;
  readonly kept: StoredFile;
}

export type WorkState =
  | { readonly state: "waiting" }
  | { readonly state: "running"; readonly progress: Progress }
  | { readonly state: "done"; readonly result: WorkResult }
  | { readonly state: "refused"; readonly refusal: Refusal };

export function isOver({ state }: WorkState): boolean {
  return state === "done" || state === "refused";
}

export function fileOf(now: WorkState): StoredFile | undefined {
  return now.state === "done" ? now.result.file?.kept : undefined;
}

export function bytesOf(now: WorkState): number {
  return fileOf(now)?.bytes ?? 0;
}

type Written =
  | Exclude<WorkState, { state: "refused" }>
  | {
      readonly state: "refused";
      readonly code: RefusalCode;
      readonly message: string;
      readonly problems: readonly Problem[];
    };

export function writeState(now: WorkState): string {
  if (now.state !== "refused") return JSON.stringify(now satisfies Written);
  const { code, message, problems } = now.refusal;
  return JSON.stringify({ state: "refused", code, message, problems } satisfies Written);
}

/** @param json as `writeState` wrote it, here or on another server of the same release */
export function readState(json: string): WorkState {
  const written = JSON.parse(json) as Written;
  if (written.state !== "refused") return written;
  const { code, message, problems } = written;
  return { state: "refused", refusal: new Refusal(code, message, problems) };
}
