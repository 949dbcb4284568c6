/** A Dockerfile as a list of instructions a step, read as far as ours goes. */

export interface Instruction {
  /** In capitals, such as COPY. */
  readonly name: string;
  /** The rest of it, in one line. */
  readonly rest: string;
}

export interface Step {
  /** What it builds on, such as `node:24.9.0-alpine`. */
  readonly from: string;
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
}

/** @throws Error at what is no instruction of a step */
export function readDockerfile(text: string): Step[] {
  const lines = text
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join("\n")
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const steps: { from: string; name: string | null; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const [, name = "", rest = ""] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    if (name === "FROM") {
      const [from = "", , as = null] = rest.split(" ");
      steps.push({ from, name: as, instructions: [] });
      continue;
    }
    const step = steps.at(-1);
    if (!step || name === "") throw new Error(`${line} is no instruction of a step.`);
    step.instructions.push({ name, rest });
  }
  return steps;
}

/** What is copied by a step, and from where. */
export function copiesOf({ instructions }: Step): Copy[] {
  return instructions
    .filter(({ name }) => name === "COPY")
    .map(({ rest }) => {
      const words = rest.split(" ");
      const from = words[0]?.startsWith("--from=") ? (words.shift()?.slice(7) ?? null) : null;
      const to = words.pop() ?? "";
      return { from, sources: words, to };
    });
}

export interface Copy {
  /** The step it comes from; null for the repository. */
  readonly from: string | null;
  readonly sources: readonly string[];
  readonly to: string;
}

/** What one instruction says, the last time it is given. @throws Error when it is not given */
export function saidBy({ instructions }: Step, name: string): string {
  const found = instructions.findLast((one) => one.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found.rest;
}

/** The environment that a step sets. */
export function environmentOf({ instructions }: Step): Record<string, string> {
  const pairs = instructions
    .filter(({ name }) => name === "ENV")
    .flatMap(({ rest }) => rest.split(" "));
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** The address that the health check asks. */
export function healthAddressOf(step: Step): URL {
  return new URL(/http:\S+/.exec(saidBy(step, "HEALTHCHECK"))?.[0] ?? "");
}
