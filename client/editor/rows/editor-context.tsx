/** What every row needs of the document around it. The same object as long as nothing in it changes. */
import { createContext, useContext, type ComponentType } from "react";
import type { Priority } from "../../../shared/item-kinds.ts";
import type { DocumentController } from "../controller/document-controller.ts";

export interface EditorSurroundings {
  readonly controller: DocumentController;
  readonly mayWrite: boolean;
  readonly mayComment: boolean;
  /** What stands under an item about its links. */
  readonly Links: ComponentType<{ readonly itemId: string }>;
  readonly priorityWords: Readonly<Record<Priority, string>>;
}

export const EditorContext = createContext<EditorSurroundings | null>(null);

/** @throws Error outside a document */
export function useEditor(): EditorSurroundings {
  const surroundings = useContext(EditorContext);
  if (!surroundings) throw new Error("useEditor is used outside a document.");
  return surroundings;
}
