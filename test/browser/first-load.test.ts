/** The first visit: a small shell draws the page's frame by itself, and everything else comes beside it. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { builtPage } from "../../scripts/page-build.ts";
import { patience } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

/** In bytes, by gzip. */
const largestShell = 80_000;

const manifestShape = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().default(false),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
);

type Manifest = z.infer<typeof manifestShape>;

test("the frame is drawn by at most 80 kB", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Lists");
  const shell = await shellFiles();

  const others = Promise.withResolvers<void>();
  const heldBack: string[] = [];
  const fetched: string[] = [];
  await ada.page.route(
    (address) => address.origin === world.url,
    async (route) => {
      const file = fileOf(route.request().url());
      if (shell.includes(file)) fetched.push(file);
      else {
        heldBack.push(file);
        await others.promise;
      }
      await route.continue();
    },
  );
  await ada.page.goto(`/statements/${ada.statementId}`, { waitUntil: "commit" });
  await ada.page.getByRole("link", { name: "Needline" }).waitFor();
  await ada.page.getByText("Opening…").waitFor();
  expect(heldBack).not.toEqual([]);

  // What was fetched by then, the icon apart, is what the manifest calls the shell.
  const sizes = await Promise.all(fetched.map((file) => gzipSize(file)));
  expect(fetched.toSorted()).toEqual(shell.toSorted());
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(largestShell);

  others.resolve();
  await ada.page
    .getByRole("heading", { name: "Write", exact: true })
    .waitFor({ state: "attached" });
});

test("the editor is fetched while the words are on their way", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Lists");
  const answer = Promise.withResolvers<void>();
  await ada.page.route(`**/api/statements/${ada.statementId}`, async (route) => {
    await answer.promise;
    await route.continue();
  });
  const came = ["write-page", "open-session", "statement-layout"].map((name) =>
    ada.page.waitForResponse((response) => response.url().includes(`/assets/${name}-`)),
  );
  await ada.page.goto(`/statements/${ada.statementId}`, { waitUntil: "commit" });
  await Promise.all(came);
  answer.resolve();
  await ada.page
    .getByRole("heading", { name: "Write", exact: true })
    .waitFor({ state: "attached" });
});

test("files come compressed, and as they are for whoever cannot read that", async () => {
  await using world = await startWorld();
  const shell = await shellFiles();
  const ada = await world.stranger("Ada");
  for (const file of shell) {
    const whole = await readFile(join(builtPage, file), "utf8");
    const forms: unknown[] = [];
    for (const accepted of ["br, gzip", "gzip", "identity"]) {
      const answer = await ada.page.request.get(`/${file === "index.html" ? "" : file}`, {
        headers: { "accept-encoding": accepted },
      });
      expect(await answer.text()).toBe(whole);
      const { "content-encoding": encoding, vary = "" } = answer.headers();
      forms.push([encoding ?? "as it is", /accept-encoding/i.test(vary)]);
    }
    expect(forms).toEqual([
      ["br", true],
      ["gzip", true],
      ["as it is", expect.any(Boolean)],
    ]);
  }
});

test("a part that does not come is said, with what to do", async () => {
  await using world = await startWorld();
  const ada = await world.stranger("Ada");
  await ada.page.route("**/assets/pages-*.js", (route) => route.abort());
  await ada.page.goto("/");
  await ada.page.getByRole("heading", { name: "This page did not open" }).waitFor(patience);
  await ada.page.getByText("then reload").waitFor();
});

test("a page that is fetched ahead and cannot be had disturbs nobody", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const refused = ada.page.waitForEvent("requestfailed", (one) => /people-page/.test(one.url()));
  await ada.page.route("**/assets/{people,agreement}-page-*", (route) => route.abort());
  await ada.opens();
  await refused;
  await ada.presses("Add a requirement");
  await ada.isSaved();
  expect(ada.pageErrors).toEqual([]);
});

/** The page, its entry, what that imports, and their styles: paths in the built page. */
async function shellFiles(): Promise<string[]> {
  const read = await readFile(join(builtPage, ".vite", "manifest.json"), "utf8");
  const manifest = manifestShape.parse(JSON.parse(read));
  const files = new Set(["index.html"]);
  for (const [name, { isEntry }] of Object.entries(manifest))
    if (isEntry) gather(manifest, name, files);
  return [...files];
}

function gather(manifest: Manifest, name: string, files: Set<string>): void {
  const part = manifest[name];
  if (!part || files.has(part.file)) return;
  files.add(part.file);
  for (const file of part.css) files.add(file);
  for (const imported of part.imports) gather(manifest, imported, files);
}

function fileOf(address: string): string {
  const path = new URL(address).pathname.slice(1);
  return path.startsWith("statements/") ? "index.html" : path;
}

async function gzipSize(file: string): Promise<number> {
  return (await stat(join(builtPage, `${file}.gz`))).size;
}
