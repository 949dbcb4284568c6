/** An item as the API tells it: its words plainly and as ProseMirror's JSON, its reference, who changed it last. */
import { itemKinds, type ItemKind, type Priority } from "../../shared/item-kinds.ts";
import type { Item, Origin } from "../../shared/items.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { plainText } from "../../shared/plain-text.ts";
import { emptyRichText, type RichText } from "../../shared/rich-text.ts";
import { variationsShown } from "../../shared/variations.ts";
import type { Room } from "../sync/room.ts";

/** Who changed something, and when. */
export interface Edit {
  readonly personId: string;
  readonly name: string;
  readonly boroughName: string;
  /** ISO 8601. */
  readonly at: string;
}

export interface DescribedItem {
  readonly id: string;
  readonly kind: ItemKind;
  /** `R-27`, or null while it is new or when its kind has none. */
  readonly reference: string | null;
  readonly aliases: readonly string[];
  readonly level: number;
  readonly priority: Priority | null;
  /** Ids of boroughs. */
  readonly raisedBy: readonly string[];
  readonly removed: { readonly why: string } | null;
  readonly fields: Readonly<Record<string, { readonly text: string; readonly content: RichText }>>;
  readonly variations: readonly {
    readonly key: string;
    readonly boroughId: string;
    readonly text: string;
    readonly content: RichText;
  }[];
  readonly notes: { readonly text: string; readonly content: RichText };
  /** Where it was brought in from. */
  readonly origin: Origin | null;
  /** What another tool says of it. */
  readonly extra: Readonly<Record<string, string>>;
  readonly lastEdit: Edit | null;
}

export function describeItem(room: Room, item: Item): DescribedItem {
  return { ...describeText(room.record, item), lastEdit: editOf(room, item.id) };
}

/** The same for an item at another time, of which it is not known who changed it last. */
export function describeText(
  { references }: Pick<RecordState, "references">,
  item: Item,
): Omit<DescribedItem, "lastEdit"> {
  const { id, kind, aliases, level, priority, raisedBy, removed, origin, extra } = item;
  return {
    id,
    kind,
    reference: references.get(id) ?? null,
    aliases,
    level,
    priority,
    raisedBy,
    removed,
    fields: Object.fromEntries(
      itemKinds[kind].fields.map(({ name }) => [name, both(item.fields[name] ?? emptyRichText)]),
    ),
    variations: variationsShown(item).map(({ key, boroughId, text }) => ({
      key,
      boroughId,
      ...both(text),
    })),
    notes: both(item.notes),
    origin,
    extra,
  };
}

/** Who changed an item last, by the names of the record. */
export function editOf(room: Room, itemId: string): Edit | null {
  const edit = room.lastEdit(itemId);
  if (!edit) return null;
  const person = room.record.people.get(edit.personId);
  return {
    personId: edit.personId,
    name: person?.name ?? "",
    boroughName: person?.boroughName ?? "",
    at: edit.at,
  };
}

function both(content: RichText): { text: string; content: RichText } {
  return { text: plainText(content), content };
}
