/** How highlighted words are marked on the page, in an editor and outside one alike. */
import type { Highlight } from "../../connection/highlights.ts";

/** The element around the words, or for words that would come the element that shows them. */
export interface HighlightElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export function highlightElement(
  highlight: Highlight,
  activeThread: string | null,
): HighlightElement {
  const { threadId, kind } = highlight;
  const isActive = threadId === activeThread;
  const thread = { "data-thread": threadId };
  switch (kind) {
    case "comment":
    case "meets": {
      const classes = ["highlight", `highlight-${kind}`];
      if (highlight.changed) classes.push("highlight-changed");
      if (isActive) classes.push("highlight-active");
      return { name: "mark", attributes: { ...thread, class: classes.join(" ") } };
    }
    case "gone":
      return { name: "del", attributes: { ...thread, class: suggested("gone", isActive) } };
    case "restyled":
    case "as-if":
      return { name: "span", attributes: { ...thread, class: suggested(kind, isActive) } };
    case "new": {
      const { words, as } = highlight;
      const isBlock = as !== "words";
      const classes = suggested(isBlock ? "block" : "words", isActive);
      // Drawn by the style sheet: letters here would be among those that are selected and copied.
      return { name: "ins", attributes: { ...thread, class: classes, "data-words": words } };
    }
  }
}

function suggested(what: string, isActive: boolean): string {
  return `suggested suggested-${what}${isActive ? " suggested-active" : ""}`;
}

export function makeElement({ name, attributes }: HighlightElement): HTMLElement {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    element.setAttribute(attribute, value);
  return element;
}
