/** Writes the schema of our JSON files into docs/, from the form that reads and writes them. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { statementSchema } from "../server/exchange/json/statement-shape.ts";

const path = join(import.meta.dirname, "../docs/statement.schema.json");
await writeFile(path, `${JSON.stringify(statementSchema(), null, 2)}\n`);
