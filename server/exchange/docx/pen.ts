/** What has to be numbered through a whole Word file: bookmarks and lists. */
import { BookmarkEnd, BookmarkStart, bookmarkUniqueNumericId, type ParagraphChild } from "docx";

export interface Pen {
  /** Both ends of a bookmark; nothing for a name that Word does not allow or that is in the file already. */
  readonly bookmark: (name: string | null) => Ends;
  /** The number of a new list. */
  readonly newList: () => number;
}

export interface Ends {
  readonly start: readonly ParagraphChild[];
  readonly end: readonly ParagraphChild[];
}

export function newPen(): Pen {
  let lists = 0;
  const names = new Set<string>();
  return {
    newList: () => (lists += 1),
    bookmark: (name) => {
      if (name === null || names.has(name)) return { start: [], end: [] };
      names.add(name);
      // docx takes those of the headings in its contents list from the same counter.
      const id = bookmarkUniqueNumericId();
      return { start: [inline(new BookmarkStart(name, id))], end: [inline(new BookmarkEnd(id))] };
    },
  };
}

/** docx writes whatever stands among a paragraph's children; its types leave out these two. */
function inline(part: BookmarkStart | BookmarkEnd): ParagraphChild {
  return part as unknown as ParagraphChild;
}
