/** Two and three people in one field at once, by a seeded random test with real editors in Chromium. */
import { chromium } from "playwright-core";
import { build } from "vite";
import { describe, expect, it } from "vitest";
import { findOrInstallChromium } from "../../scripts/chromium.ts";
import type { Outcome, runField } from "./pages/one-field.ts";

const runs = Number(process.env["FIELD_RUNS"] ?? 40);
const firstSeed = Number(process.env["FIELD_SEED"] ?? 1);

describe("people in one field", () => {
  it("never meet an error, keep their carets by their letters, and end with the same words", async () => {
    await using page = await openPage();
    const all: Outcome[] = [];
    for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
      all.push(await page.run(seed, 2 + (seed % 2), 300, false));
    }
    const total = (read: (one: Outcome) => number): number =>
      all.reduce((sum, one) => sum + read(one), 0);
    console.log(
      `seeds ${firstSeed} to ${firstSeed + runs - 1}: ${total(({ steps }) => steps)} steps, ` +
        `${total(({ carets }) => carets)} carets watched, ${total(({ movedCarets }) => movedCarets.length)} moved, ` +
        `${total(({ lostLetters }) => lostLetters)} of ${total(({ typedLetters }) => typedLetters)} letters lost, ` +
        `${total(({ doubledLetters }) => doubledLetters)} doubled`,
    );
    expect(all.flatMap(({ errors }) => errors)).toEqual([]);
    expect(all.flatMap(({ movedCarets }) => movedCarets)).toEqual([]);
    expect(all.filter(({ haveConverged }) => !haveConverged)).toEqual([]);
  });

  it("lose no letter while they only type", async () => {
    await using page = await openPage();
    for (let seed = firstSeed; seed < firstSeed + runs / 2; seed += 1) {
      const outcome = await page.run(seed, 3, 200, true);
      expect(outcome, `seed ${seed}`).toMatchObject({
        lostLetters: 0,
        doubledLetters: 0,
        errors: [],
        movedCarets: [],
        haveConverged: true,
      });
    }
  });
});

interface FieldPage extends AsyncDisposable {
  run(...args: Parameters<typeof runField>): Promise<Outcome>;
}

async function openPage(): Promise<FieldPage> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    resolve: { dedupe: ["yjs"] },
    build: {
      write: false,
      minify: false,
      lib: { entry: `${import.meta.dirname}/pages/one-field.ts`, formats: ["iife"], name: "page" },
    },
  });
  const [output] = Array.isArray(built) ? built : [];
  const code = output?.output[0].code;
  if (code === undefined) throw new Error("The page of the test was not built.");
  const browser = await chromium.launch({
    executablePath: findOrInstallChromium(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage();
  await page.setContent("<!doctype html><body></body>");
  await page.addScriptTag({ content: code });
  return {
    run: (...args) =>
      page.evaluate(
        (given) => (window as unknown as { runField: typeof runField }).runField(...given),
        args,
      ),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}
