/** The first tables. */
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;

  await schema
    .createTable("boroughs")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("name", "text", (c) => c.notNull())
    .execute();

  await schema
    .createTable("people")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("borough_id", "text", (c) => c.notNull().references("boroughs.id"))
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();

  await schema
    .createTable("sessions")
    .addColumn("token_hash", "text", (c) => c.primaryKey())
    .addColumn("person_id", "text", (c) => c.notNull().references("people.id"))
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("expires_at", "text", (c) => c.notNull())
    .execute();

  await schema
    .createTable("sign_in_links")
    .addColumn("token_hash", "text", (c) => c.primaryKey())
    .addColumn("person_id", "text", (c) => c.notNull().references("people.id"))
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("expires_at", "text", (c) => c.notNull())
    .addColumn("used_at", "text")
    .execute();

  await schema
    .createTable("start_link")
    // Always 1: there is one link, and a second insert meets the key.
    .addColumn("id", "integer", (c) => c.primaryKey())
    .addColumn("token", "text", (c) => c.notNull())
    .addColumn("used_by", "text", (c) => c.references("people.id"))
    .execute();

  await schema
    .createTable("statements")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("created_by", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("item_count", "integer", (c) => c.notNull())
    .addColumn("changed_at", "text", (c) => c.notNull())
    .execute();

  await schema
    .createTable("memberships")
    .addColumn("statement_id", "text", (c) => c.notNull().references("statements.id"))
    .addColumn("person_id", "text", (c) => c.notNull().references("people.id"))
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("agrees", "integer", (c) => c.notNull())
    .addColumn("joined_at", "text", (c) => c.notNull())
    .addColumn("removed_at", "text")
    .addPrimaryKeyConstraint("memberships_key", ["statement_id", "person_id"])
    .execute();
  await schema.createIndex("memberships_of_person").on("memberships").column("person_id").execute();

  await schema
    .createTable("invitations")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("statement_id", "text", (c) => c.notNull().references("statements.id"))
    .addColumn("token_hash", "text", (c) => c.notNull().unique())
    .addColumn("borough_id", "text", (c) => c.notNull().references("boroughs.id"))
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("agrees", "integer", (c) => c.notNull())
    .addColumn("name", "text")
    .addColumn("created_by", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("withdrawn_at", "text")
    .execute();
  await schema
    .createIndex("invitations_of_statement")
    .on("invitations")
    .column("statement_id")
    .execute();

  await schema
    .createTable("text_updates")
    .addColumn("id", "integer", (c) => c.primaryKey())
    .addColumn("statement_id", "text", (c) => c.notNull().references("statements.id"))
    .addColumn("beat", "integer", (c) => c.notNull())
    .addColumn("part", "integer", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("bytes", "blob", (c) => c.notNull())
    // Two servers that believed they write the same beat: the second fails and loads again.
    .addUniqueConstraint("text_updates_beat", ["statement_id", "beat", "part"])
    .execute();

  await schema
    .createTable("text_snapshots")
    .addColumn("statement_id", "text", (c) => c.primaryKey().references("statements.id"))
    .addColumn("beat", "integer", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("bytes", "blob", (c) => c.notNull())
    .execute();

  await schema
    .createTable("client_ids")
    .addColumn("statement_id", "text", (c) => c.notNull().references("statements.id"))
    .addColumn("client_id", "integer", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("client_ids_key", ["statement_id", "client_id"])
    .execute();

  await schema
    .createTable("item_edits")
    .addColumn("statement_id", "text", (c) => c.notNull().references("statements.id"))
    .addColumn("item_id", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("item_edits_key", ["statement_id", "item_id"])
    .execute();

  await schema
    .createTable("entries")
    .addColumn("statement_id", "text", (c) => c.notNull().references("statements.id"))
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addColumn("borough_id", "text", (c) => c.notNull())
    .addColumn("type", "text", (c) => c.notNull())
    .addColumn("facts", "text", (c) => c.notNull())
    .addColumn("words", "text", (c) => c.notNull())
    .addColumn("words_digest", "text", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("entries_key", ["statement_id", "number"])
    .execute();

  await schema
    .createTable("given_references")
    .addColumn("statement_id", "text", (c) => c.notNull().references("statements.id"))
    .addColumn("item_id", "text", (c) => c.notNull())
    .addColumn("reference", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("given_references_key", ["statement_id", "item_id"])
    .addUniqueConstraint("given_references_reference", ["statement_id", "reference"])
    .execute();
}
