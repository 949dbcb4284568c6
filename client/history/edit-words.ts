/** What an edit of the text did, to follow a person's name, and the words that changed. */
import {
  defaultPriorityWords,
  fieldOf,
  isPriority,
  itemKinds,
  type ItemKind,
} from "../../shared/item-kinds.ts";
import { plainText } from "../../shared/plain-text.ts";
import type { RecordState } from "../../shared/record-state.ts";
import type { RichText } from "../../shared/rich-text.ts";
import { differenceOf, type Piece } from "../../shared/text-difference.ts";
import { boroughName } from "../connection/borough-names.ts";
import type { ToldEdit } from "../connection/history-api.ts";

export interface EditWords {
  /** "changed the measure". */
  readonly did: string;
  /** The words that changed; none where there is nothing to compare. */
  readonly pieces: readonly Piece[];
}

/** @param kind of the item, where it is known */
export function editWords(
  { part, before, after }: Pick<ToldEdit, "part" | "before" | "after">,
  kind: ItemKind | undefined,
  record: RecordState,
): EditWords {
  const [name, key = ""] = part.split(/:(.*)/s);
  switch (name) {
    case "made":
      return say(`added this ${kind ? itemKinds[kind].label.toLowerCase() : "item"}`);
    case "removed":
      return after === null ? say("put it back") : say("took it out", "", textOf(after));
    case "place":
      return say("moved it");
    case "level":
      return say("changed the depth of the section");
    case "priority":
      return say("changed the priority", priorityOf(before), priorityOf(after));
    case "raisedBy":
      return say("changed whose it is", namesOf(before, record), namesOf(after, record));
    case "notes":
      return sayWords("the working notes", before, after);
    case "variation":
      return sayWords(
        `what differs for ${boroughName(record, key.slice(0, key.lastIndexOf(":")))}`,
        before,
        after,
      );
    default: {
      const label = kind && fieldOf(kind, key)?.label;
      return sayWords(label ? `“${label}”` : "the words", before, after);
    }
  }
}

function sayWords(what: string, before: unknown, after: unknown): EditWords {
  const [was, is] = [textOf(before), textOf(after)];
  if (was === is) return say(`changed the formatting of ${what}`);
  if (was.trim() === "") return say(`wrote ${what}`, "", is);
  if (is.trim() === "") return say(`emptied ${what}`, was, "");
  return say(`changed ${what}`, was, is);
}

function say(did: string, before = "", after = ""): EditWords {
  return { did, pieces: differenceOf(before, after) };
}

/** Values come from the server as any JSON. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return plainText(value as RichText);
  } catch {
    return "";
  }
}

function priorityOf(value: unknown): string {
  return isPriority(value) ? defaultPriorityWords[value] : "no priority";
}

function namesOf(value: unknown, record: RecordState): string {
  if (!Array.isArray(value)) return "";
  return value.map((id) => boroughName(record, String(id))).join(", ");
}
