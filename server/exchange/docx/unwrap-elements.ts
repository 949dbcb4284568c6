/** Paragraphs, rows and cells, taken out of what may stand around them: content controls, tracked changes, fallbacks. */
import type { View } from "./blocks.ts";
import { childOf, elementsOf, type XmlElement } from "./read-xml.ts";

/** Paragraphs, tables and bookmarks, out of the wrappers around them. */
export function blocksIn(parent: XmlElement, view: View): XmlElement[] {
  return elementsOf(parent).flatMap((child): XmlElement[] => {
    switch (child.name) {
      case "w:p":
      case "w:tbl":
      case "w:bookmarkStart":
        return [child];
      case "w:sdt": {
        const gallery = childOf(child, "w:sdtPr", "w:docPartObj", "w:docPartGallery");
        if (gallery?.attrs["w:val"] === "Table of Contents") return [];
        const content = childOf(child, "w:sdtContent");
        return content ? blocksIn(content, view) : [];
      }
      case "w:ins":
      case "w:moveTo":
        return view === "accepted" ? blocksIn(child, view) : [];
      case "w:del":
      case "w:moveFrom":
        return view === "rejected" ? blocksIn(child, view) : [];
      case "w:customXml":
      case "w:smartTag":
        return blocksIn(child, view);
      case "mc:AlternateContent":
        return blocksIn(
          childOf(child, "mc:Choice") ?? childOf(child, "mc:Fallback") ?? child,
          view,
        );
      default:
        return [];
    }
  });
}

/** The rows of a table. */
export function rowsIn(parent: XmlElement): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === "w:tr") return [child];
    if (child.name === "w:sdt") return rowsIn(childOf(child, "w:sdtContent") ?? child);
    return ["w:customXml", "w:ins", "w:del"].includes(child.name) ? rowsIn(child) : [];
  });
}

/** The cells of a row. */
export function cellsIn(parent: XmlElement): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === "w:tc") return [child];
    if (child.name === "w:sdt") return cellsIn(childOf(child, "w:sdtContent") ?? child);
    return child.name === "w:customXml" ? cellsIn(child) : [];
  });
}
