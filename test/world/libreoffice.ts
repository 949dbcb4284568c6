/**
 * Opens Word and Excel files in a real LibreOffice and hands back what it makes of them. Each run has a folder and
 * a profile of its own, so that runs do not wait for one another and nothing of them is left; what it starts is
 * ended. A start costs two to three seconds: convert several files in one run.
 */
import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { findOrInstallLibreOffice } from "../../scripts/libreoffice.ts";

const longestMs = 90_000;

/** What LibreOffice is asked to write for each ending; `csv` is the first sheet. */
const filters = {
  pdf: "pdf",
  txt: "txt:Text (encoded):UTF8",
  html: "html",
  docx: "docx:MS Word 2007 XML",
  odt: "odt",
  xlsx: "xlsx:Calc MS Excel 2007 XML",
  csv: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
} as const;

export type Written = keyof typeof filters;

/**
 * What LibreOffice makes of one file.
 * @param from the file's ending: "docx", "xlsx"
 * @throws when it cannot open the file
 */
export async function convert(bytes: Uint8Array, from: string, to: Written): Promise<Uint8Array> {
  const [converted] = await convertAll([bytes], from, to);
  if (!converted) throw new Error("LibreOffice wrote nothing.");
  return converted;
}

/** The same for several files in one run, in their order. */
export async function convertAll(
  files: readonly Uint8Array[],
  from: string,
  to: Written,
): Promise<Uint8Array[]> {
  const { soffice } = findOrInstallLibreOffice();
  const folder = await mkdtemp(join(tmpdir(), "needline-office-"));
  try {
    const out = join(folder, "out");
    await mkdir(out);
    const paths = files.map((_, at) => join(folder, `file-${at}.${from}`));
    await Promise.all(files.map((bytes, at) => writeFile(paths[at] ?? "", bytes)));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const said = await run(soffice, [
      profile,
      "--headless",
      "--norestore",
      "--convert-to",
      filters[to],
      "--outdir",
      out,
      ...paths,
    ]);
    return await Promise.all(
      files.map(async (_, at) => {
        try {
          return await readFile(join(out, `file-${at}.${to}`));
        } catch {
          throw new Error(`LibreOffice could not make ${to} of file ${at + 1}. It said:\n${said}`);
        }
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** The words of a PDF, in the order of reading, a page after the other. */
export async function textOfPdf(pdf: Uint8Array): Promise<string> {
  const { pdftotext } = findOrInstallLibreOffice();
  const folder = await mkdtemp(join(tmpdir(), "needline-pdf-"));
  try {
    const path = join(folder, "file.pdf");
    await writeFile(path, pdf);
    const { stdout } = await promisify(execFile)(pdftotext, ["-enc", "UTF-8", path, "-"], {
      maxBuffer: 64 * 1024 * 1024,
      timeout: longestMs,
    });
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs LibreOffice to its end and answers what it printed; past the limit, it and what it started are ended. */
async function run(program: string, programArguments: readonly string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  // A group of its own: `soffice` is a script that starts the program, and both have to end.
  const child = spawn(program, programArguments, {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const endGroup = (): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended already.
    }
  };
  const limit = setTimeout(() => {
    endGroup();
    reject(new Error(`LibreOffice took longer than ${longestMs / 1000} seconds. ${said}`));
  }, longestMs);
  process.once("exit", endGroup);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data: Buffer) => (said += data.toString()));
  }
  child.once("error", reject);
  child.once("close", () => {
    resolve(said);
  });
  try {
    return await promise;
  } finally {
    clearTimeout(limit);
    process.off("exit", endGroup);
    endGroup();
  }
}
