/**
 * Holds a file to ReqIF's rules: elements, attributes, order, types of values, ids and what refers to
 * them, and the XHTML in rich text. The OMG's own schema is not kept in this repository.
 */
import { XmlDocument, type XmlElement } from "libxml2-wasm";
import { reqIf, valuePatterns, type Attributes, type Rule } from "./reqif-rules.ts";
import { elementsIn, problemsOfXhtml, wordsDirectlyIn } from "./xhtml-rules.ts";

const namespace = "http://www.omg.org/spec/ReqIF/20110401/reqif.xsd";

/** What is wrong with a file, each with its line; none when the schema would take it. */
export function problemsOfReqif(bytes: Uint8Array): string[] {
  const document = XmlDocument.fromBuffer(bytes);
  try {
    return new Check().all(document.root);
  } finally {
    document.dispose();
  }
}

class Check {
  readonly #problems: string[] = [];
  /** Id → name of its element. */
  readonly #ids = new Map<string, string>();
  readonly #references: { at: string; to: string; refersTo: readonly string[] }[] = [];

  all(root: XmlElement): string[] {
    if (root.name !== "REQ-IF") this.#says(root, "is not REQ-IF");
    this.#element(root, reqIf);
    for (const { at, to, refersTo } of this.#references) {
      const found = this.#ids.get(to);
      if (found === undefined) this.#problems.push(`${at}: nothing has the id ${to}`);
      else if (!refersTo.includes(found))
        this.#problems.push(`${at}: ${to} is a ${found}, not a ${refersTo.join(" or ")}`);
    }
    return this.#problems;
  }

  #element(element: XmlElement, rule: Rule): void {
    if (element.namespaceUri !== namespace) this.#says(element, "is not in ReqIF's namespace");
    this.#attributes(element, rule.attributes ?? {});
    if (rule.isXhtml === true) {
      for (const problem of problemsOfXhtml(element)) this.#says(element, problem);
      return;
    }
    if (rule.words) {
      const words = element.content;
      if (elementsIn(element).length > 0) this.#says(element, "has elements inside");
      if (!valuePatterns[rule.words].test(words)) this.#says(element, `says “${words}”`);
      if (rule.refersTo)
        this.#references.push({ at: placeOf(element), to: words, refersTo: rule.refersTo });
      return;
    }
    this.#children(element, rule.children?.() ?? {}, rule.order ?? "all");
  }

  #attributes(element: XmlElement, rules: Attributes): void {
    const found = new Map(element.attrs.map((attribute) => [attribute.name, attribute]));
    for (const [written, kind] of Object.entries(rules)) {
      const name = written.replace("?", "");
      const attribute = found.get(name);
      found.delete(name);
      if (!attribute) {
        if (name === written) this.#says(element, `has no ${name}`);
      } else if (!valuePatterns[kind].test(attribute.value)) {
        this.#says(element, `has ${name}="${attribute.value}"`);
      } else if (kind === "id") {
        if (this.#ids.has(attribute.value))
          this.#says(element, `has the id ${attribute.value} of another`);
        this.#ids.set(attribute.value, element.name);
      }
    }
    for (const [name, { namespaceUri }] of found)
      if (namespaceUri !== "http://www.w3.org/XML/1998/namespace")
        this.#says(element, `has the unknown attribute ${name}`);
  }

  #children(
    element: XmlElement,
    rules: Readonly<Record<string, Rule>>,
    order: NonNullable<Rule["order"]>,
  ): void {
    if (wordsDirectlyIn(element).trim() !== "") this.#says(element, "has words between elements");
    const byName = new Map(
      Object.entries(rules).map(([written, rule]) => [
        written.replace(/[?*]$/, ""),
        { written, rule },
      ]),
    );
    const names = [...byName.keys()];
    const counts = new Map<string, number>();
    let last = -1;
    for (const child of elementsIn(element)) {
      const known = byName.get(child.name);
      if (!known) {
        this.#says(child, `does not belong in ${element.name}`);
        continue;
      }
      counts.set(child.name, (counts.get(child.name) ?? 0) + 1);
      const at = names.indexOf(child.name);
      if (order === "sequence" && at < last) this.#says(child, "is too late");
      last = at;
      this.#element(child, known.rule);
    }
    for (const [name, { written }] of byName) {
      const count = counts.get(name) ?? 0;
      if (written === name && count === 0) this.#says(element, `has no ${name} inside`);
      if (!written.endsWith("*") && count > 1) this.#says(element, `has ${count} ${name} inside`);
    }
  }

  #says(element: XmlElement, what: string): void {
    this.#problems.push(`${placeOf(element)} ${what}`);
  }
}

function placeOf(element: XmlElement): string {
  return `line ${element.line}: ${element.name}`;
}
