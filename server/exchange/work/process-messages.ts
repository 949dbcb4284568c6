/** What the server and a process that does long work say to each other: little, for files are passed on as files. */
import type { StorePlace } from "../../store/open-to-read.ts";
import type { PlainRefusal } from "../../../shared/refusal.ts";
import type { Progress } from "./progress.ts";
import type { TaskName } from "./tasks.ts";

export interface ToProcess {
  readonly task: TaskName;
  readonly input: unknown;
  /** Where the store is. */
  readonly place: StorePlace;
}

export type FromProcess =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "done"; readonly output: unknown }
  | { readonly kind: "refused"; readonly refusal: PlainRefusal }
  /** A defect: for the log. */
  | { readonly kind: "failed"; readonly stack: string };
