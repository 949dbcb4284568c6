/** A file of thousands of rows: all of it comes in and goes out again, and whoever types meanwhile hardly waits. */
import { expect, it } from "vitest";
import type * as Y from "yjs";
import { addItem, fragmentOf, itemsOf } from "../../shared/items.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import { writeRichText } from "../../shared/write-rich-text.ts";
import { AnImport } from "../exchange/an-import.ts";
import { until } from "../shared-data/until.ts";
import { AServer } from "./a-server.ts";
import { LivePage } from "./sync/live-page.ts";

const pairs = 1_000;

function file(): string {
  const needs = Array.from(
    { length: pairs },
    (_, at) =>
      `need,U-${at},Part ${at % 40},"As a tenant, I need to do thing ${at} so that it works.",must,,Camden,`,
  );
  const requirements = Array.from(
    { length: pairs },
    (_, at) =>
      `requirement,S-${at},Part ${at % 40},The supplier does thing ${at}.,must,U-${at} fully,,`,
  );
  const headings = "kind,reference,section,text,priority,meets,borough,notes";
  return [headings, ...needs, ...requirements].join("\n");
}

/** How long somebody waits, in milliseconds, until what they type is saved. */
class Typist {
  readonly #page: LivePage;
  readonly #fragment: Y.XmlFragment;
  #letters = "";

  private constructor(page: LivePage, fragment: Y.XmlFragment) {
    this.#page = page;
    this.#fragment = fragment;
  }

  static async begin(page: LivePage): Promise<Typist> {
    await until(() => page.hasBeenSynced);
    page.doc.transact(() => addItem(page.doc, { id: "typed", kind: "text", order: "a0V" }));
    await until(() => page.savedChanges === page.changes);
    const fragment = fragmentOf(page.doc, "typed", "body");
    if (!fragment) throw new Error("there is nothing to type in");
    return new Typist(page, fragment);
  }

  /** Types a letter again and again until `isOver`, and at least once. */
  async typesUntil(isOver: () => boolean): Promise<number[]> {
    const waits: number[] = [];
    do {
      const begun = performance.now();
      this.#letters += "a";
      this.#page.doc.transact(() =>
        writeRichText(this.#fragment, richTextFromPlain(this.#letters)),
      );
      await until(() => this.#page.savedChanges === this.#page.changes);
      waits.push(performance.now() - begun);
    } while (!isOver() && this.#letters.length < 5_000);
    return waits.toSorted((a, b) => a - b);
  }
}

it("comes in and is undone while others type", async () => {
  await using server = await AServer.start();
  const priya = await server.first("Priya", "camden");
  const statementId = await priya.makes("Repairs");
  const page = new LivePage({ url: server.url, statementId, cookie: priya.cookie });
  const typist = await Typist.begin(page);
  let left = 60;
  const alone = await typist.typesUntil(() => (left -= 1) === 0);

  const one = new AnImport((...asked) => priya.call(...asked), statementId);
  await one.reads(file());
  for (const [step, expected] of [
    ["applies", { added: 2 * pairs + 40, links: pairs }],
    ["undoes", { putBack: 2 * pairs + 40, left: [] }],
  ] as const) {
    const work = { isDone: false };
    const begun = performance.now();
    const done = one[step]().finally(() => {
      work.isDone = true;
    });
    const waits = await typist.typesUntil(() => work.isDone);
    expect(await done).toMatchObject(expected);
    const shown = [alone, waits].map((list) =>
      [0.5, 0.95, 1]
        .map((part) => Math.round(list[Math.ceil(part * list.length) - 1] ?? 0))
        .join("/"),
    );
    console.log(
      `${step} ${2 * pairs} items in ${Math.round(performance.now() - begun)} ms; typing saved after (half/95 %/longest) ${shown[1]} ms, alone ${shown[0]} ms`,
    );
    expect(waits.at(-1)).toBeLessThan(5_000);
  }
  const { body } = await priya.get(`/api/statements/${statementId}/coverage`);
  expect(body).toMatchObject({ needs: { covered: 0, notCovered: 0 } });
  await until(() => itemsOf(page.doc).size === 2 * pairs + 41);
  page.end();
});
