/** The linter keeps the house in order: each planted violation is refused with a sentence that says what to do. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "../..");

/** A file in a folder, what is in it, and what the linter has to say about it. */
type Planted = { folder: string; source: string; says: string };

const imports: Planted[] = [
  imported("shared", "../server/app.ts", "shared/ is pure"),
  imported("shared", "../client/main.tsx", "shared/ is pure"),
  imported("shared", "node:fs", "Node's modules stay out of it"),
  imported("shared", "react", "screens, sockets and storage"),
  imported("shared/sync", "../../server/app.ts", "shared/ is pure"),
  imported("shared", "nanoid", "ids are made outside"),
  imported("server", "../client/main.tsx", "The server does not import client/"),
  imported("server/routes", "../app.ts", "know nothing of it"),
  imported("server/record", "../routes/items.ts", "those call it, not it them"),
  imported("server/access", "../routes/items.ts", "those call it, not it them"),
  imported("server/exchange", "../app.ts", "those call it, not it them"),
  imported("server/sync", "../routes/items.ts", "those call it, not it them"),
  imported("server/sync", "fastify", "a small Socket interface"),
  imported("server/sync", "@fastify/websocket", "a small Socket interface"),
  imported("server/sync", "ws", "a small Socket interface"),
  imported("server/sync", "../../client/main.tsx", "The server does not import client/"),
  imported("server/store", "../sync/room.ts", "server/store imports only shared/"),
  imported(
    "server/store/migrations",
    "../../record/append.ts",
    "server/store imports only shared/",
  ),
  imported("server/bus", "../store/store.ts", "server/bus imports only shared/"),
  imported("client/pages", "../../server/app.ts", "The page does not import server/"),
  imported("client", "node:path", "The page runs in a browser"),
  imported("client/controls", "../connection/hooks.ts", "no domain words"),
  imported("client/connection", "../editor/document.tsx", "imports none of them"),
  imported("client/connection", "../needs/list.tsx", "imports none of them"),
  imported("client/connection", "../pages/write-page.tsx", "imports none of them"),
  imported("client/editor", "../record-panel/card.tsx", "meets panels only in client/pages"),
  imported("client/record-panel", "../needs/list.tsx", "Panels meet only in client/pages"),
  imported("client/needs", "../people/list.tsx", "Panels meet only in client/pages"),
  imported("client/people", "../record-panel/card.tsx", "Panels meet only in client/pages"),
  imported("client/people", "../pages/write-page.tsx", "Panels meet only in client/pages"),
  imported("client/people", "../../server/app.ts", "The page does not import server/"),
  imported("server", "../test/world/town.ts", "Nothing imports test/ or bench/"),
  imported("shared", "../bench/load.ts", "Nothing imports test/ or bench/"),
  imported("scripts", "../test/world/town.ts", "Nothing imports test/ or bench/"),
  imported("server", "node:process", "Use what server/config.ts has read"),
  {
    folder: "client/needs",
    source: `export const later = async (): Promise<unknown> => import("../people/list.tsx");`,
    says: "Panels meet only in client/pages",
  },
];

const code: Planted[] = [
  {
    folder: "server",
    source: "export const port = process.env.PORT;",
    says: "Only server/config.ts reads the environment",
  },
  {
    folder: "server/sync",
    source: "export const { env } = process;",
    says: "Only server/config.ts reads the environment",
  },
  { folder: "shared", source: "export const now = (): number => Date.now();", says: "no clock" },
  {
    folder: "shared",
    source: "export const dice = (): number => Math.random();",
    says: "no randomness",
  },
  { folder: "shared", source: "export const get = (): unknown => fetch('/');", says: "no I/O" },
  { folder: "server", source: "export const anything: any = 1;", says: "Unexpected `any`" },
  {
    folder: "server",
    source: "export const sure = (found: string | null): string => found!;",
    says: "Forbidden non-null assertion",
  },
  { folder: "server", source: "export default 1;", says: "Prefer named exports" },
  {
    folder: "server",
    source: `export const one = 1;${"\n1 + 1;".repeat(300)}`,
    says: "too many lines",
  },
  {
    folder: "server",
    source: "const go = async (): Promise<void> => {};\nexport const went = (): void => { go(); };",
    says: "Promises must be awaited",
  },
];

const allowed: Planted[] = [
  imported("server/sync", "../../shared/sync/mark.ts", ""),
  imported("server/store/migrations", "../store.ts", ""),
  imported("server/routes", "../sync/room.ts", ""),
  imported("client/pages", "../needs/list.tsx", ""),
  imported("client/needs", "../connection/hooks.ts", ""),
  imported("client/needs", "./people.tsx", ""),
  imported("shared", "./record.ts", ""),
];

/** What the linter said about each planted file. */
let said = new Map<string, string[]>();
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "needline-architecture-"));
  for (const name of ["oxlint.config.ts", "tsconfig.json", "package.json", "scripts/lint"]) {
    await cp(join(root, name), join(folder, name), { recursive: true });
  }
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  for (const planted of [...imports, ...code, ...allowed]) {
    await write(pathOf(planted), planted.source);
  }
  await write("shared/this.ts", imported("shared", "./that.ts", "").source);
  await write("shared/that.ts", imported("shared", "./this.ts", "").source);
  await write("server/config.ts", "export const port = process.env.PORT;");
  said = await lint();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("the linter", () => {
  it.each(imports)("refuses in $folder: $source", (planted) => {
    expect(said.get(pathOf(planted))?.join("\n")).toContain(planted.says);
  });

  it.each(code)("says “$says” in $folder", (planted) => {
    expect(said.get(pathOf(planted))?.join("\n")).toContain(planted.says);
  });

  it.each(allowed)("allows in $folder: $source", (planted) => {
    expect(said.get(pathOf(planted))?.join("\n") ?? "").not.toContain("restricted");
  });

  it("refuses two files that import each other", () => {
    expect(said.get("shared/this.ts")?.join("\n")).toContain("Dependency cycle detected");
  });

  it("lets server/config.ts read the environment", () => {
    expect(said.get("server/config.ts")).toBeUndefined();
  });
});

function imported(from: string, specifier: string, says: string): Planted {
  return {
    folder: from,
    source: `import * as it from "${specifier}";\nexport const seen = it;`,
    says,
  };
}

/** Each planted file has a name of its own, so that one run of the linter judges them all. */
function pathOf(planted: Planted): string {
  const number = [...imports, ...code, ...allowed].indexOf(planted);
  return `${planted.folder}/planted-${number}.ts`;
}

async function write(path: string, source: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), `${source}\n`);
}

const report = z.object({
  diagnostics: z.array(
    z.object({ message: z.string(), help: z.string().optional(), filename: z.string() }),
  ),
});

/** The linter leaves with an error because it found violations; what it found is on its standard output. */
async function lint(): Promise<Map<string, string[]>> {
  const oxlint = join(root, "node_modules/oxlint/bin/oxlint");
  const output = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [oxlint, "--format=json", "server", "shared", "client", "scripts"],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (_error, stdout) => {
        resolve(stdout);
      },
    );
  });
  const byFile = new Map<string, string[]>();
  for (const { filename, message, help } of report.parse(JSON.parse(output)).diagnostics) {
    byFile.set(filename, [...(byFile.get(filename) ?? []), `${message} ${help ?? ""}`]);
  }
  return byFile;
}
