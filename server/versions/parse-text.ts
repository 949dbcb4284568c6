/** Reads the text of a version, which an older Needline may have kept: what it did not know is as in a new item. */
import { z } from "zod";
import {
  defaultPriorityWords,
  itemKinds,
  isItemKind,
  isPriority,
  type ItemKind,
} from "../../shared/item-kinds.ts";
import type { Item, Origin, Variation } from "../../shared/items.ts";
import { emptyRichText, type RichText } from "../../shared/rich-text.ts";
import type { TextThen } from "../../shared/text-then.ts";

// The texts in it come to thousands of nodes that this server wrote itself, and their digest holds:
// they are taken as they are.
const richText = z.custom<RichText>((value) => typeof value === "object" && value !== null);

const item = z
  .object({
    id: z.string(),
    kind: z.custom<ItemKind>(isItemKind),
    order: z.string(),
    priority: z.custom<Item["priority"]>(isPriority).nullable().catch(null),
    level: z.number().catch(1),
    raisedBy: z.array(z.string()).catch([]),
    aliases: z.array(z.string()).catch([]),
    removed: z.object({ why: z.string() }).nullable().catch(null),
    fields: z.record(z.string(), richText),
    notes: richText.catch(emptyRichText),
    variations: z
      .array(z.custom<Variation>((value) => typeof value === "object" && value !== null))
      .catch([]),
    origin: z
      .custom<Origin>((value) => typeof value === "object" && value !== null)
      .nullable()
      .catch(null),
    extra: z.record(z.string(), z.string()).catch({}),
  })
  .transform(withAllFields);

const text = z.object({
  title: z.string(),
  priorityWords: z
    .object({ must: z.string(), should: z.string(), could: z.string(), wont: z.string() })
    .catch(defaultPriorityWords),
  items: z.array(item),
});

/** @throws when it is not the text of a version */
export function parseText(json: string): TextThen {
  return text.parse(JSON.parse(json));
}

function withAllFields(read: Item): Item {
  const fields = itemKinds[read.kind].fields.map(
    ({ name }) => [name, read.fields[name] ?? emptyRichText] as const,
  );
  return { ...read, fields: Object.fromEntries(fields) };
}
