/** Plain data in files: what one process leaves for another, and into which the server never looks. */
import { nanoid } from "nanoid";
import type { FileStore, StoredFile } from "../../store/file-store.ts";

/** A file with a `Data` in it, as JSON. */
export type Packed<Data> = StoredFile & { readonly of?: Data };

export function pack<Data>(files: FileStore, data: Data): Promise<Packed<Data>> {
  return files.write(nanoid(), [Buffer.from(JSON.stringify(data))]);
}

/** @throws when it is not kept any more */
export async function unpack<Data>(files: FileStore, { id }: Packed<Data>): Promise<Data> {
  return JSON.parse(new TextDecoder().decode(await files.read(id))) as Data;
}
