/**
 * Between positions in an editor's document and offsets in the field's plain text, which anchors,
 * highlights and selections use. Promises the same offsets as `shared/plain-text.ts` counts.
 */
import type { Node } from "@tiptap/pm/model";

/** Letters that stand together: one text node. */
export interface TextRun {
  /** Offset of its first letter in the plain text. */
  readonly offset: number;
  /** Position of its first letter in the document. */
  readonly position: number;
  readonly length: number;
}

/** One paragraph, with words or without. */
export interface TextLine {
  readonly offset: number;
  readonly position: number;
  readonly length: number;
}

export interface TextOffsets {
  /** In the order of the document, which is the order of the text nodes on the page. */
  readonly runs: readonly TextRun[];
  /** In the order of the document, which is the order of the paragraphs on the page. */
  readonly lines: readonly TextLine[];
  /** The number of the line that holds an offset; where one ends, that line. */
  lineAt(offset: number): number;
  /** Offset → position inside a paragraph. */
  positionOf(offset: number): number;
  /** Position → offset; between paragraphs, that of the nearest one before. */
  offsetOf(position: number): number;
}

const known = new WeakMap<Node, TextOffsets>();

export function textOffsets(doc: Node): TextOffsets {
  let offsets = known.get(doc);
  if (!offsets) {
    offsets = workOut(doc);
    known.set(doc, offsets);
  }
  return offsets;
}

function workOut(doc: Node): TextOffsets {
  const runs: TextRun[] = [];
  const lines: TextLine[] = [];
  let offset = 0;

  const read = (parent: Node, start: number, isParted: boolean): void => {
    if (parent.isTextblock) lines.push({ offset, position: start, length: parent.content.size });
    let position = start;
    for (const [number, child] of parent.children.entries()) {
      if (isParted && number > 0) offset += 1;
      if (child.isText) {
        runs.push({ offset, position, length: child.nodeSize });
        offset += child.nodeSize;
      } else {
        read(child, position + 1, !holdsOnlyText(child));
      }
      position += child.nodeSize;
    }
  };
  read(doc, 0, true);

  const lineAt = (wanted: number): number => {
    const at = lines.findIndex((one) => wanted <= one.offset + one.length);
    return at < 0 ? lines.length - 1 : at;
  };
  return {
    runs,
    lines,
    lineAt,
    positionOf(wanted) {
      const line = lines[lineAt(wanted)];
      if (!line) return 0;
      return line.position + Math.min(Math.max(wanted - line.offset, 0), line.length);
    },
    offsetOf(position) {
      const line = lines.findLast((one) => one.position <= position) ?? lines[0];
      if (!line) return 0;
      return line.offset + Math.min(Math.max(position - line.position, 0), line.length);
    },
  };
}

function holdsOnlyText(node: Node): boolean {
  return node.children.every((child) => child.isText);
}
