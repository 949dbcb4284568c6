/** What every row needs of the document around it. The same object as long as nothing in it changes. */
import { createContext, useContext, type ComponentType } from "react";
import type { Priority } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import type { MenuItem } from "../../controls/menu-button.tsx";
import type { DocumentController } from "../controller/document-controller.ts";

export interface EditorSurroundings {
  readonly controller: DocumentController;
  readonly mayWrite: boolean;
  readonly mayComment: boolean;
  readonly maySuggest: boolean;
  /** Id of the borough as whose the statement is read, or null while it is everybody's. */
  readonly readAs: string | null;
  /** What the page puts under an item: its links, what boroughs say of it. */
  readonly Beneath: ComponentType<{ readonly itemId: string }>;
  /** What the page adds to an item's menu. */
  readonly choicesFor: (item: Item) => readonly MenuItem[];
  readonly priorityWords: Readonly<Record<Priority, string>>;
}

export const EditorContext = createContext<EditorSurroundings | null>(null);

/** @throws Error outside a document */
export function useEditor(): EditorSurroundings {
  const surroundings = useContext(EditorContext);
  if (!surroundings) throw new Error("useEditor is used outside a document.");
  return surroundings;
}
