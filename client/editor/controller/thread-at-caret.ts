/** The conversation about the words at the caret, or about words that would come right there. */

/** Its id, or null when there is none. */
export function threadAtCaret(): string | null {
  const { focusNode: node, focusOffset: offset } = getSelection() ?? {};
  if (!node || offset === undefined) return null;
  const around = node instanceof Element ? node : node.parentElement;
  const element = around?.closest<HTMLElement>("[data-thread]") ?? besideCaret(node, offset);
  return element?.dataset["thread"] ?? null;
}

/** What stands right behind the caret, or right before it. */
function besideCaret(node: Node, offset: number): HTMLElement | null {
  const isText = node instanceof Text;
  const after = isText
    ? offset === node.length && node.nextSibling
    : (node.childNodes[offset] ?? null);
  const before = isText ? offset === 0 && node.previousSibling : node.childNodes[offset - 1];
  for (const one of [after, before])
    if (one instanceof HTMLElement && one.dataset["thread"] !== undefined) return one;
  return null;
}
