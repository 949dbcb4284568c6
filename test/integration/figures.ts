/** The figures of a server as Prometheus reads them. */
import type { Caller } from "./a-server.ts";

/** By name with labels. */
export async function figures(caller: Caller): Promise<ReadonlyMap<string, number>> {
  const { body } = await caller.get("/metrics");
  const lines = String(body)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(" ");
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}
