/**
 * The one ProseMirror schema of every field. What a field may hold (one line, lists, tables) limits
 * its commands, keys and paste, never its schema: text that came in another way stays.
 * Contents are `*`, never `+`: where concurrent edits leave a list without items, nothing is deleted.
 */
import { getSchema, type Extensions } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Text } from "@tiptap/extension-text";
import type { Schema } from "@tiptap/pm/model";
import { isLinkAddress } from "../../../shared/link-address.ts";

/** For `getSchema` and for an editor: both draw a text in the same way. */
export const textExtensions: Extensions = [
  Document.extend({ content: "block*" }),
  Paragraph,
  Text,
  Bold,
  Italic,
  Link.extend({
    inclusive: false,
    addAttributes: () => ({ href: { default: null } }),
  }).configure({
    autolink: false,
    openOnClick: false,
    HTMLAttributes: { rel: "noopener noreferrer", target: "_blank" },
    isAllowedUri: isLinkAddress,
  }),
  BulletList.extend({ content: "listItem*" }),
  OrderedList.extend({ content: "listItem*", addAttributes: () => ({}) }),
  ListItem.extend({ content: "block*" }),
  // Without its view, an editor draws a table as `renderHTML` does.
  Table.extend({ content: "tableRow*" }).configure({ View: null }),
  TableRow.extend({ content: "(tableCell | tableHeader)*" }),
  TableHeader.extend({ content: "block*" }),
  TableCell.extend({ content: "block*" }),
];

export const textSchema: Schema = getSchema(textExtensions);
