/** What a document says of its structs. */
import * as Y from "yjs";
import type { KnownText } from "./known-text.ts";
import { structsIn, type Run } from "../../shared/touched-items.ts";
import type { Struct } from "./write-update.ts";

export class TextInDoc implements KnownText {
  readonly #doc: Y.Doc;
  readonly #owners: ReadonlyMap<number, string>;

  /** @param owners client id → person id */
  constructor(doc: Y.Doc, owners: ReadonlyMap<number, string>) {
    this.#doc = doc;
    this.#owners = owners;
  }

  stateOf(client: number): number {
    return Y.getState(this.#doc.store, client);
  }

  ownerOf(client: number): string | undefined {
    return this.#owners.get(client);
  }

  structAt({ client, clock }: Y.ID): Struct | undefined {
    const [struct] = structsIn(this.#doc, { client, clock, len: 1 });
    return struct;
  }

  placeOf(): undefined {
    return undefined;
  }

  isDeleted(run: Run): boolean {
    if (run.clock + run.len > this.stateOf(run.client)) return false;
    return structsIn(this.#doc, run).every((struct) => struct.deleted);
  }

  /**
   * Whether what the run would still delete is only formatting. Yjs documents tidy redundant
   * formatting away by themselves, those of readers too.
   */
  isFormatting(run: Run): boolean {
    return structsIn(this.#doc, run).every(
      (struct) =>
        struct.deleted || (struct instanceof Y.Item && struct.content instanceof Y.ContentFormat),
    );
  }
}
