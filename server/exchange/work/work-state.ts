/** How a piece of long work stands, and how that is written down for other servers. */
import { fromPlain, toPlain, type PlainRefusal, type Refusal } from "../../../shared/refusal.ts";
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
  | { readonly state: "refused"; readonly refusal: PlainRefusal };

export function writeState(now: WorkState): string {
  const written: Written =
    now.state === "refused" ? { state: "refused", refusal: toPlain(now.refusal) } : now;
  return JSON.stringify(written);
}

/** @param json as `writeState` wrote it, here or on another server of the same release */
export function readState(json: string): WorkState {
  const written = JSON.parse(json) as Written;
  if (written.state !== "refused") return written;
  return { state: "refused", refusal: fromPlain(written.refusal) };
}
