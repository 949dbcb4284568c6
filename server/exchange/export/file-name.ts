/** What an export's file is called: title, what it is, version and day. */
import type { ExportFormat } from "../../../shared/export-formats.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";

const longestTitle = 80;

/** "Housing repairs - tracker - version 2 - 2026-05-14.xlsx". Every system takes it as it is. */
export function fileNameOf(
  { title, version, at }: Pick<WholeStatement, "title" | "version" | "at">,
  { inName, ending }: Pick<ExportFormat, "inName" | "ending">,
): string {
  const versionName =
    version === null
      ? []
      : version.issued === null
        ? [`version ${version.number}`]
        : [`issued version ${version.issued}`];
  const parts = [plainName(title), inName, ...versionName, at.slice(0, 10)];
  return `${parts.filter((part) => part !== "").join(" - ")}.${ending}`;
}

/** Without what a file system does not take, and what begins or ends a name badly. */
function plainName(title: string): string {
  return title
    .normalize("NFC")
    .replace(/[\p{C}<>:"/\\|?*]+/gu, " ")
    .slice(0, longestTitle)
    .toWellFormed()
    .replace(/\s+/g, " ")
    .replace(/^[\s.-]+|[\s.-]+$/g, "");
}
