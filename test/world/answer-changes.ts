/**
 * Opens Word files with tracked changes in a real LibreOffice, accepts or rejects all of them there, and
 * hands back the text. A start costs three seconds: answer several files in one run.
 */
import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { findOrInstallLibreOffice } from "../../scripts/libreoffice.ts";

const commands = {
  accept: "AcceptAllTrackedChanges",
  reject: "RejectAllTrackedChanges",
  leave: "-",
} as const;

/** A file, and what is to be done with its tracked changes. */
export interface ToAnswer {
  readonly bytes: Uint8Array;
  readonly answer: keyof typeof commands;
}

const longestMs = 120_000;
const script = fileURLToPath(new URL("answer-changes.py", import.meta.url));

/** @returns the text of each, in their order */
export async function textsAfter(files: readonly ToAnswer[]): Promise<string[]> {
  const { soffice, python } = findOrInstallLibreOffice();
  const folder = await mkdtemp(join(tmpdir(), "needline-answer-"));
  const pipe = basename(folder);
  const office = spawn(
    soffice,
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      "--norestore",
      `--accept=pipe,name=${pipe};urp;`,
    ],
    // A group of its own: `soffice` is a script that starts the program, and both have to end.
    { detached: true, stdio: "ignore" },
  );
  const end = (): void => {
    try {
      if (office.pid !== undefined) process.kill(-office.pid, "SIGKILL");
    } catch {
      // It has ended already.
    }
  };
  process.once("exit", end);
  try {
    const path = (at: number, ending: string): string => join(folder, `file-${at}.${ending}`);
    const address = (at: number, ending: string): string => pathToFileURL(path(at, ending)).href;
    await Promise.all(files.map(({ bytes }, at) => writeFile(path(at, "docx"), bytes)));
    const wanted = files.flatMap(({ answer }, at) => [
      address(at, "docx"),
      address(at, "txt"),
      commands[answer],
    ]);
    await promisify(execFile)(python, [script, pipe, ...wanted], { timeout: longestMs });
    return await Promise.all(files.map((_, at) => readFile(path(at, "txt"), "utf8")));
  } finally {
    process.off("exit", end);
    end();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
