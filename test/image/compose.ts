/** `compose.yaml` as far as ours goes, with the variables that an operator sets put in. */
import { parse } from "yaml";
import { z } from "zod";

const service = z.object({
  image: z.string(),
  build: z.string().optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  depends_on: z
    .union([
      z.array(z.string()).transform((names) => names.map((name) => ({ name, isHealthy: false }))),
      z.record(z.string(), z.object({ condition: z.string() })).transform((all) =>
        Object.entries(all).map(([name, { condition }]) => ({
          name,
          isHealthy: condition === "service_healthy",
        })),
      ),
    ])
    .default([]),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  stop_grace_period: z.string().optional(),
});

const compose = z.object({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.unknown()),
});

export type Compose = z.infer<typeof compose>;

/**
 * @param variables that the operator has set
 * @throws Error that names a variable which has to be set
 */
export function readCompose(text: string, variables: Readonly<Record<string, string>>): Compose {
  const whole: unknown = parse(text, { merge: true });
  return compose.parse(JSON.parse(JSON.stringify(whole), fill));

  function fill(_key: string, value: unknown): unknown {
    if (typeof value !== "string") return value;
    return value.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, how: string, or) => {
      const given = variables[name] ?? "";
      if (given !== "") return given;
      if (how === "?") throw new Error(`${name} is not set: ${String(or)}`);
      return String(or);
    });
  }
}
