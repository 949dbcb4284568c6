/**
 * The SQL of what every commit does, made once a shape: to make it takes longer than to run it. What is
 * bound to it comes in the order of the columns and conditions here.
 */
import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Which parts a query has. */
export interface NumberBeatShape {
  readonly summary: boolean;
  /** Whether the statement has to be at a beat… */
  readonly beat: boolean;
  /** …or at an entry. */
  readonly entry: boolean;
}

/** The most rows of text in one insert. */
const mostRows = 256;

export class Shapes {
  readonly #db: Kysely<Tables>;
  readonly #made = new Map<string, string>();

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /**
   * Moves a statement on: by how many beats and entries; title, number of items and time of change; then
   * id, beat and entry that it has to have.
   */
  numberBeat({ summary, beat, entry }: NumberBeatShape): string {
    return this.#kept(`number ${summary} ${beat} ${entry}`, () =>
      this.#db
        .updateTable("statements")
        .set((row) => ({
          last_beat: row("last_beat", "+", 1),
          last_entry: row("last_entry", "+", 1),
          ...(summary ? { title: "", item_count: 0, changed_at: "" } : {}),
        }))
        .where("id", "=", "")
        .$if(beat, (query) => query.where("last_beat", "=", 0))
        .$if(entry, (query) => query.where("last_entry", "=", 0))
        .returning(["last_beat", "last_entry"]),
    );
  }

  /**
   * Adds rows of text, each of: statement, beat, part, person, time and bytes.
   * @param wanted so many rows are to be added @returns for how many of them the SQL is: there is one
   * for every power of two, so that a database knows them all soon
   */
  updates(wanted: number): { readonly sql: string; readonly rows: number } {
    const rows = Math.min(mostRows, 2 ** Math.floor(Math.log2(wanted)));
    const row = { statement_id: "", beat: 0, part: 0, person_id: "", at: "", bytes: noBytes };
    const made = this.#kept(`updates ${rows}`, () =>
      this.#db.insertInto("text_updates").values(Array.from({ length: rows }, () => row)),
    );
    return { sql: made, rows };
  }

  #kept(name: string, make: () => { compile(): { readonly sql: string } }): string {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const made = make().compile().sql;
    this.#made.set(name, made);
    return made;
  }
}

const noBytes = new Uint8Array();
