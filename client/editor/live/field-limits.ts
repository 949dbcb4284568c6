/**
 * What a field may hold beyond words: several paragraphs and lists, tables. The limits hold for what
 * is written and pasted here; what came in another way is shown and stays.
 */
import { Extension } from "@tiptap/core";
import { Fragment, Slice, type Node, type Schema } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import type { Field } from "../../../shared/item-kinds.ts";
import { comesFromText } from "./field-binding.ts";

export function fieldLimits(field: Field): Extension {
  return Extension.create({
    name: "fieldLimits",
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction(transaction, state) {
          if (!transaction.docChanged || comesFromText(transaction)) return true;
          return isWithin(field, transaction.doc) || !isWithin(field, state.doc);
        },
        props: {
          transformPasted: (slice, { state }) => limitSlice(field, slice, state.schema),
        },
      }),
    ],
  });
}

/** Whether a document keeps to what the field may hold. */
function isWithin(field: Field, doc: Node): boolean {
  if (field.lines === "one")
    return doc.childCount <= 1 && (doc.firstChild === null || doc.firstChild.isTextblock);
  return field.tables || !doc.children.some(({ type }) => type.name === "table");
}

/** What is pasted, made to fit: one line of words, or tables as a paragraph for each row. */
function limitSlice(field: Field, slice: Slice, schema: Schema): Slice {
  if (field.lines === "one") {
    return new Slice(Fragment.from(joinLines(slice.content, schema)), 0, 0);
  }
  if (field.tables) return slice;
  let hasTable = false;
  slice.content.descendants(({ type }) => {
    if (type.name.startsWith("table")) hasTable = true;
  });
  if (!hasTable) return slice;
  const blocks = slice.content.content.flatMap((block) => rowsAsParagraphs(block, schema));
  return new Slice(Fragment.from(blocks), 0, 0);
}

/** All words in one line, with a space where a paragraph ended. Links and bold stay. */
export function joinLines(content: Fragment, schema: Schema): Node[] {
  const line: Node[] = [];
  const read = (parent: Fragment): void => {
    for (const child of parent.content) {
      if (child.isText) {
        line.push(child);
        continue;
      }
      if (line.length > 0 && child.textContent !== "") line.push(schema.text(" "));
      read(child.content);
    }
  };
  read(content);
  return line;
}

function rowsAsParagraphs(block: Node, schema: Schema): Node[] {
  if (!block.type.name.startsWith("table")) return [block];
  const rows = block.type.name === "table" ? block.children : [block];
  return rows.map((row) => schema.node("paragraph", null, joinLines(row.content, schema)));
}
