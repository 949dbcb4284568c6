/** Every migration in order of name. A migration that has been released is never changed. */
import type { Migration } from "kysely/migration";
import { up as begin } from "./0001-begin.ts";
import { up as itemHistory } from "./0003-item-history.ts";
import { up as boroughNotes } from "./0005-borough-notes.ts";
import { up as importMappings } from "./0007-import-mappings.ts";
import { up as epoch } from "./0008-epoch.ts";
import { up as longWork } from "./0010-long-work.ts";
import { up as notices } from "./0004-notices.ts";
import { up as points } from "./0009-points.ts";
import { up as versions } from "./0006-versions.ts";
import { up as writtenTogether } from "./0011-written-together.ts";

export const migrations: Readonly<Record<string, Migration>> = {
  "0001-begin": { up: begin },
  "0003-item-history": { up: itemHistory },
  "0004-notices": { up: notices },
  "0005-borough-notes": { up: boroughNotes },
  "0006-versions": { up: versions },
  "0007-import-mappings": { up: importMappings },
  "0008-epoch": { up: epoch },
  "0009-points": { up: points },
  "0010-long-work": { up: longWork },
  "0011-written-together": { up: writtenTogether },
};
