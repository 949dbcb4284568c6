/**
 * What is worked out in a process of its own, by name: reading files, writing them, comparing. Each is
 * loaded in the process that does it, so that the server itself never loads what only they need.
 */
import { mergeText } from "../../history/merge-text.ts";
import { storyPage, type AskedStory } from "../../history/read-history.ts";
import type { Reading } from "../../record/read-stored.ts";
import type { Tell } from "./progress.ts";

/** Whoever needs a statement reads it in the store, so that the server need not pass it on. */
export interface TaskMeans extends Reading {
  readonly tell: Tell;
}

/** One piece of work. What goes in and comes out is copied between processes: plain data, and large parts as files. */
export type Task<Input, Output> = (input: Input, means: TaskMeans) => Output | Promise<Output>;

/* oxlint-disable typescript/explicit-module-boundary-types -- what each gives is told by the task itself */
export const tasks = {
  "merge-text":
    async () =>
    ({ statementId }: { readonly statementId: string }, { store }: TaskMeans) =>
      mergeText(store.text, statementId),
  "tell-story":
    async () =>
    (asked: AskedStory, { store }: TaskMeans) =>
      storyPage(store.text, asked),
  compare: async () => (await import("../compare/compare-task.ts")).compareTask,
  "write-word-comparison": async () =>
    (await import("../compare/write-word-task.ts")).writeWordTask,
  "write-export": async () => (await import("../export/write-export.ts")).writeExport,
  "write-beginning": async () => (await import("../starting/write-beginning.ts")).writeBeginning,
  "read-import": async () => (await import("../import/read-import.ts")).readImport,
  "map-import": async () => (await import("../import/read-import.ts")).mapImport,
  "write-import": async () => (await import("../import/write-import.ts")).writeImport,
  "write-undo": async () => (await import("../import/write-undo.ts")).writeUndo,
};
/* oxlint-enable typescript/explicit-module-boundary-types */

export type TaskName = keyof typeof tasks;
type TaskOf<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>;
export type InputOf<Name extends TaskName> = Parameters<TaskOf<Name>>[0];
export type OutputOf<Name extends TaskName> = Awaited<ReturnType<TaskOf<Name>>>;

export function isTaskName(name: unknown): name is TaskName {
  return typeof name === "string" && Object.hasOwn(tasks, name);
}
