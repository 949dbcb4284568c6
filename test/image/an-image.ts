/**
 * What `Dockerfile` makes, without Docker: a folder a step, with just what is copied into it and what its commands
 * do there. Absolute paths are inside that folder, and the image's plain user is this machine's `nobody`.
 */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { copiesOf, environmentOf, readDockerfile, saidBy, type Step } from "./dockerfile.ts";

export interface Running {
  readonly child: ChildProcess;
  /** What it has printed. */
  readonly lines: readonly string[];
}

export class AnImage implements Disposable {
  readonly #root: string;
  readonly #step: Step;
  readonly #folder: string;
  readonly #user = plainUser();

  private constructor(root: string, step: Step, folder: string) {
    this.#root = root;
    this.#step = step;
    this.#folder = folder;
  }

  /**
   * Makes all steps; what they install comes from the registry.
   * @param repository that holds the Dockerfile
   * @throws Error when a command fails
   */
  static make(repository: string, dockerfile: string): AnImage {
    const root = mkdtempSync(join(tmpdir(), "needline-image-"));
    try {
      chmodSync(root, 0o755);
      mkdirSync(join(root, "bin"));
      copyFileSync(process.execPath, join(root, "bin", "node"));
      const folders = new Map<string | null, string>();
      const steps = readDockerfile(dockerfile);
      const images = steps.map((step, at) => {
        const image = new AnImage(root, step, join(root, `step-${at}`));
        folders.set(step.name, image.#folder);
        image.#make((from) => (from === null ? repository : (folders.get(from) ?? "")));
        return image;
      });
      const image = images.at(-1);
      if (!image) throw new Error("The Dockerfile makes nothing.");
      return image;
    } catch (error) {
      rmSync(root, { recursive: true, force: true });
      throw error;
    }
  }

  /** Where an absolute path of the image is on this machine. */
  at(path: string): string {
    return join(this.#folder, path);
  }

  /** The user that it runs as. */
  get uid(): number {
    return this.#user.uid;
  }

  /** Starts what the image starts, as its plain user. @param settings over those that it sets itself */
  starts(settings: Readonly<Record<string, string>>): Running {
    const command = JSON.parse(saidBy(this.#step, "CMD")) as [string, ...string[]];
    return this.#spawns(command, settings);
  }

  /** As `docker compose exec` does. @returns how it ended, and what it printed */
  async runs(...command: [string, ...string[]]): Promise<{ code: number; says: string }> {
    const { child, lines } = this.#spawns(command, {});
    const [code] = (await once(child, "close")) as [number];
    return { code, says: lines.join("\n") };
  }

  [Symbol.dispose](): void {
    rmSync(this.#root, { recursive: true, force: true });
  }

  #make(folderOf: (from: string | null) => string): void {
    const work = this.at(saidBy(this.#step, "WORKDIR"));
    mkdirSync(work, { recursive: true });
    const copies = copiesOf(this.#step);
    for (const { name, rest } of this.#step.instructions) {
      if (name === "RUN") {
        // How the registry is reached is this machine's, and what was fetched before is not there.
        const env = {
          ...process.env,
          ...this.#environment({ npm_config_cache: join(this.#root, "npm") }),
        };
        execFileSync("sh", ["-c", this.#here(rest)], { cwd: work, env, stdio: "inherit" });
      }
      const copy = name === "COPY" ? copies.shift() : undefined;
      for (const source of copy?.sources ?? []) {
        const to = join(work, copy?.to === "./" ? basename(source) : (copy?.to ?? ""));
        cpSync(join(folderOf(copy?.from ?? null), source), to, { recursive: true });
      }
    }
  }

  /** The same words, of this machine: its own folder in the place of `/`, its plain user in that of `node`. */
  #here(words: string): string {
    const { uid, gid } = this.#user;
    return words
      .replaceAll("node:node", `${uid}:${gid}`)
      .replaceAll(/(?<=^|[ =])(?=\/)/g, this.#folder);
  }

  #environment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
    const own = Object.entries(environmentOf(this.#step));
    return {
      PATH: [join(this.#root, "bin"), process.env["PATH"]].join(delimiter),
      ...Object.fromEntries(own.map(([name, value]) => [name, this.#here(value)])),
      ...settings,
    };
  }

  #spawns(
    [program, ...args]: readonly [string, ...string[]],
    settings: Readonly<Record<string, string>>,
  ): Running {
    const home = this.at("/data");
    const child = spawn(program, args, {
      ...(process.getuid?.() === 0 ? this.#user : {}),
      cwd: this.at(saidBy(this.#step, "WORKDIR")),
      env: this.#environment({ HOME: home, ...settings }),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on("line", (line) => lines.push(line));
    return { child, lines };
  }
}

/** Who runs the image: root does so as nobody, and anybody else is a plain user. */
function plainUser(): { readonly uid: number; readonly gid: number } {
  const id = (...args: string[]): number =>
    Number(execFileSync("id", args, { encoding: "utf8" }).trim());
  const name = id("-u") === 0 ? ["nobody"] : [];
  return { uid: id("-u", ...name), gid: id("-g", ...name) };
}
