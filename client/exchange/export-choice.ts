/** What somebody has chosen on the export page, and what is asked of the server then. */
import { exportFormat, exportFormatIds, type ExportFormatId } from "../../shared/export-formats.ts";
import type { ItemKind, Priority } from "../../shared/item-kinds.ts";
import type { AskedExport, BesideItems } from "../connection/exports-api.ts";

export interface ChosenExport {
  readonly format: ExportFormatId;
  /** Number of a version; null for now. */
  readonly version: number | null;
  /** Id of a borough; null for the common text. */
  readonly as: string | null;
  /** Only some of it. What is chosen below stays while this is off. */
  readonly isNarrowed: boolean;
  readonly kinds: ReadonlySet<ItemKind>;
  readonly priorities: ReadonlySet<Priority>;
  /** Id of a borough, or null for all. */
  readonly raisedBy: string | null;
  readonly section: string | null;
  readonly text: string;
  /** Where somebody said otherwise than the format usually has it. */
  readonly beside: Readonly<Partial<Record<BesideItems, boolean>>>;
}

export const besideWords: Readonly<
  Record<BesideItems, { readonly label: string; readonly hint?: string }>
> = {
  needs: { label: "Needs", hint: "Leave them out when a supplier should read requirements only." },
  comments: { label: "Comments and what was answered" },
  decisions: { label: "Decisions, with who made them and why" },
  notes: {
    label: "Working notes",
    hint: "The ones that everybody here sees. Notes for one borough only are in no file.",
  },
  removed: { label: "Items that are not taken forward" },
};

/** What an address asks for: `?version=3&format=tracker&as=hackney`. */
export function chosenAtFirst(query: URLSearchParams): ChosenExport {
  const asked = query.get("format");
  const number = Number(query.get("version") ?? "");
  return {
    format: exportFormatIds.find((id) => id === asked) ?? exportFormatIds[0] ?? "csv",
    version: Number.isInteger(number) && number > 0 ? number : null,
    as: query.get("as"),
    isNarrowed: false,
    kinds: new Set(),
    priorities: new Set(),
    raisedBy: null,
    section: null,
    text: "",
    beside: {},
  };
}

/** Whether something that the format takes is in the file. */
export function isBeside({ format, beside }: ChosenExport, choice: BesideItems): boolean {
  return beside[choice] ?? exportFormat(format).usually.includes(choice);
}

export function besideOf(format: ExportFormatId): BesideItems[] {
  return exportFormat(format).takes.filter(
    (choice): choice is BesideItems => choice !== "as-borough" && choice !== "filter",
  );
}

export function askedOf(chosen: ChosenExport): AskedExport {
  const { format, version, as, isNarrowed, kinds, priorities, raisedBy, section, text } = chosen;
  const listed = <Value>(set: ReadonlySet<Value>): Value[] | null =>
    isNarrowed && set.size > 0 ? [...set] : null;
  return {
    format,
    version,
    as,
    kinds: listed(kinds),
    priorities: listed(priorities),
    raisedBy: isNarrowed && raisedBy !== null ? [raisedBy] : null,
    section: isNarrowed ? section : null,
    text: isNarrowed ? text : "",
    with: Object.fromEntries(
      besideOf(format).map((choice) => [choice, isBeside(chosen, choice)] as const),
    ),
  };
}
