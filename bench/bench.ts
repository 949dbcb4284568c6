/**
 * `npm run bench`: one measurement by name, `all` of them in turn, or, without a name, many people in one statement.
 * What else is asked goes to the measurement. See README.md.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const measurements: Readonly<Record<string, string>> = {
  people: "run.ts",
  open: "open.ts",
  statements: "statements.ts",
  kill: "kill-nine.ts",
  soak: "soak.ts",
  page: "page.ts",
  lists: "lists.ts",
};

const [first, ...rest] = process.argv.slice(2);
const isNamed = first !== undefined && !first.startsWith("-");
const name = isNamed ? first : "people";
const names = name === "all" ? Object.keys(measurements) : [name];
const args = isNamed ? rest : process.argv.slice(2);
for (const one of names) {
  const script = measurements[one];
  if (script === undefined) {
    console.error(
      `There is no measurement "${one}": ${Object.keys(measurements).join(", ")}, all.`,
    );
    process.exitCode = 1;
    break;
  }
  const file = fileURLToPath(new URL(script, import.meta.url));
  const env = { ...process.env, NODE_NO_WARNINGS: "1" };
  const child = spawn(process.execPath, [file, ...args], { stdio: "inherit", env });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) process.exitCode = 1;
}
