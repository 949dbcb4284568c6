/** Files of long work: the same promises on a disk and in a database. */
import { createHash, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { FileStore } from "../../../server/store/file-store.ts";
import { databases } from "./a-database.ts";

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What is handed out, put together; each piece is copied, as it holds good only for a moment. */
async function handedOut(files: FileStore, id: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await files.handOut(id, async (piece) => {
    pieces.push(Uint8Array.from(piece));
  });
  return Buffer.concat(pieces);
}

const isKept = (files: FileStore, id: string): Promise<boolean> =>
  files.read(id).then(
    () => true,
    () => false,
  );

const anHourOn = (): string => new Date(Date.now() + 3_600_000).toISOString();

/** More than one query takes: PostgreSQL 65,535 parameters, SQLite 32,766. */
const manyIds = Array.from({ length: 70_000 }, (_, number) => `never ${number}`);

describe.each(databases)("files of long work on $name", ({ make }) => {
  it.each([0, 1, 256 * 1024, 1_000_003])("of %i bytes come back as they were", async (size) => {
    await using database = await make();
    const { files } = await database.open();
    const bytes = randomBytes(size);
    const chunks = [bytes.subarray(0, 7), bytes.subarray(7, 500_000), bytes.subarray(500_000)];
    expect(await files.write("one", chunks)).toEqual({ id: "one", bytes: size });
    expect(digestOf(await files.read("one"))).toBe(digestOf(bytes));
    expect(digestOf(await handedOut(files, "one"))).toBe(digestOf(bytes));
  });

  it("are removed however many there are at once", async () => {
    await using database = await make();
    const { files } = await database.open();
    for (const id of ["one", "two", "three"]) await files.write(id, []);
    await files.remove(["one", ...manyIds, "three"]);
    const kept = await Promise.all(["one", "two", "three"].map((id) => isKept(files, id)));
    expect(kept).toEqual([false, true, false]);
  });

  it("are found by every server that shares the store", async () => {
    await using database = await make();
    const [first, second] = [await database.open(), await database.open()];
    await first.files.write("one", [new Uint8Array([1, 2])]);
    expect([...(await second.files.read("one"))]).toEqual([1, 2]);
    await second.files.remove(["one", "never-there"]);
    expect(await isKept(first.files, "one")).toBe(false);
    await expect(handedOut(first.files, "one")).rejects.toBeInstanceOf(Error);
  });

  it("are handed out whole, or it fails: one that is removed meanwhile does not end short", async () => {
    await using database = await make();
    const [{ files }, elsewhere] = [await database.open(), await database.open()];
    const bytes = randomBytes(1_000_003);
    await files.write("one", [bytes]);
    const pieces: Uint8Array[] = [];
    const ended = await files
      .handOut("one", async (piece) => {
        pieces.push(Uint8Array.from(piece));
        await elsewhere.files.remove(["one"]);
      })
      .then(
        () => "whole",
        () => "failed",
      );
    // A file that is open on a disk is there to its end.
    const isWhole = digestOf(Buffer.concat(pieces)) === digestOf(bytes);
    expect(ended).toBe(isWhole ? "whole" : "failed");
    expect(pieces.length).toBeGreaterThan(0);
    await expect(handedOut(files, "one")).rejects.toBeInstanceOf(Error);
  });

  it("are kept whole or not at all", async () => {
    await using database = await make();
    const { files } = await database.open();
    async function* breaksOff(): AsyncGenerator<Uint8Array> {
      yield randomBytes(600_000);
      throw new Error("The line broke");
    }
    await expect(files.write("half", breaksOff())).rejects.toThrow("The line broke");
    expect(await isKept(files, "half")).toBe(false);
  });

  it("are not written over", async () => {
    await using database = await make();
    const { files } = await database.open();
    await files.write("one", [new Uint8Array([1])]);
    await expect(files.write("one", [new Uint8Array([2])])).rejects.toBeInstanceOf(Error);
    expect([...(await files.read("one"))]).toEqual([1]);
  });

  it("go after a while", async () => {
    await using database = await make();
    const { files } = await database.open();
    await files.write("one", [new Uint8Array([1])]);
    await files.removeBefore(new Date(0).toISOString());
    expect([...(await files.read("one"))]).toEqual([1]);
    await files.removeBefore(anHourOn());
    expect(await isKept(files, "one")).toBe(false);
  });
});
