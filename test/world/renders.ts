/** Which elements React has rendered since one began to watch: it writes an element's properties anew then. */
import type { JSHandle, Page } from "playwright-core";

interface Rendered {
  readonly element: Element;
  /** It stood there when watching began, and was not made anew. */
  readonly wasThere: boolean;
}

export class Renders {
  readonly #page: Page;
  readonly #selector: string;
  readonly #seen: JSHandle<Map<Element, unknown>>;

  private constructor(page: Page, selector: string, seen: JSHandle<Map<Element, unknown>>) {
    this.#page = page;
    this.#selector = selector;
    this.#seen = seen;
  }

  /** @throws when there is less to watch than two elements: they are somewhere else by now */
  static async watch(page: Page, selector: string): Promise<Renders> {
    const seen = await page.evaluateHandle((watched) => {
      const properties = new Map<Element, unknown>();
      for (const element of document.querySelectorAll(watched))
        for (const [name, value] of Object.entries(element))
          if (name.startsWith("__reactProps")) properties.set(element, value);
      if (properties.size < 2) throw new Error(`React has drawn nothing that is ${watched}.`);
      return properties;
    }, selector);
    return new Renders(page, selector, seen);
  }

  /** What was rendered by now, as `describe` says it in the page, each word once. */
  async since<T>(describe: (rendered: readonly Rendered[]) => T[]): Promise<T[]> {
    const rendered = await this.#page.evaluateHandle(
      ({ seen, watched }) => {
        const found: Rendered[] = [];
        for (const element of document.querySelectorAll(watched))
          for (const [name, value] of Object.entries(element))
            if (name.startsWith("__reactProps") && seen.get(element) !== value)
              found.push({ element, wasThere: seen.has(element) });
        return found;
      },
      { seen: this.#seen, watched: this.#selector },
    );
    return [...new Set(await rendered.evaluate(describe))];
  }
}
