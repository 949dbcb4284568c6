/**
 * Reads a zip that somebody sent: the shell of .xlsx, .docx and .reqifz. Promises limits that hold
 * whatever the zip says of itself (how many files, how large each and all of them become, how strongly
 * they are packed, what they are called), and never more memory than that. Never throws for what is in it.
 */
import { buffer } from "node:stream/consumers";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";

/** Above these a zip is refused. */
export const zipLimits = {
  /** Files in it; a workbook or document of a thousand pages has a few hundred. */
  entries: 2_000,
  /** Bytes of one file, unpacked. */
  entryBytes: 64 * 1024 * 1024,
  /** Bytes of all files, unpacked. */
  totalBytes: 128 * 1024 * 1024,
  /** Unpacked bytes for one packed byte; tables of XML come to about 20, a bomb to 1,000. */
  ratio: 150,
  /** Letters of a file's name. */
  name: 500,
} as const;

export type ReadZip =
  | {
      readonly state: "read";
      /** Names of all files in it, in its order. */
      readonly names: readonly string[];
      /** What is in those that were wanted, by name. */
      readonly files: ReadonlyMap<string, Uint8Array>;
    }
  /** What is wrong and what to do. */
  | { readonly state: "refused"; readonly what: string };

/** Whether bytes begin as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, at) => bytes[at] === byte);
}

/** @param wants which files to unpack, by name; the others count towards the limits only */
export async function readZip(
  bytes: Uint8Array,
  wants: (name: string) => boolean = () => true,
): Promise<ReadZip> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      validateEntrySizes: true,
      strictFileNames: true,
    });
    return await readEntries(zip, wants);
  } catch (error) {
    return refused(adviceFor(error));
  }
}

async function readEntries(zip: ZipFile, wants: (name: string) => boolean): Promise<ReadZip> {
  if (zip.entryCount > zipLimits.entries) return refused(tooMuch);
  const entries: Entry[] = [];
  const names = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize, compressedSize } = entry;
    total += uncompressedSize;
    const isBomb =
      uncompressedSize > 64 * 1024 && uncompressedSize > compressedSize * zipLimits.ratio;
    if (isBomb || uncompressedSize > zipLimits.entryBytes || total > zipLimits.totalBytes)
      return refused(tooMuch);
    if (fileName.length > zipLimits.name || names.has(fileName)) return refused(damaged);
    if (entry.isEncrypted()) return refused(locked);
    if (fileName.endsWith("/")) continue;
    names.add(fileName);
    entries.push(entry);
  }
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (!wants(entry.fileName)) continue;
    // The library ends the stream with an error where a file is not as large as the zip says.
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return { state: "read", names: [...names], files };
}

const tooMuch =
  "The file unpacks to far more than a document of its size holds, so it was not opened. Save it again in Word or Excel, or split it.";
const damaged =
  "The file is damaged: it cannot be unpacked. Open it, save it again, then choose it.";
const locked =
  "The file is locked with a password. Open it, save it without the password, then choose it.";

function adviceFor(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  return /encrypted/i.test(message) ? locked : damaged;
}

function refused(what: string): ReadZip {
  return { state: "refused", what };
}
