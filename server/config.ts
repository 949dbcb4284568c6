/** The settings, read from the environment. Nothing else reads it. */
import { z } from "zod";

export interface Config {
  /** Folder of everything the server keeps. */
  readonly dataDir: string;
  /** The PostgreSQL database that keeps everything instead, shared by several servers; null for SQLite in the folder. */
  readonly databaseUrl: string | null;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Where people reach the server when that is not `http://host:port`; without a slash at the end. */
  readonly publicUrl: string | null;
  /** Redis or Valkey, where several servers tell each other what happened; null for one server alone. */
  readonly redisUrl: string | null;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "silent";
  /** Send presence less often as a room fills. Switched off only to compare with other servers. */
  readonly thinPresence: boolean;
  /** What a caller of /metrics has to send as a bearer token; null for nothing. */
  readonly metricsToken: string | null;
}

const environment = z.object({
  DATA_DIR: z.string().min(1).default("./data"),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "has to begin with postgres://" })
    .nullable()
    .default(null),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("localhost"),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ""))
    .nullable()
    .default(null),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .nullable()
    .default(null),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("warn"),
  METRICS_TOKEN: z.string().min(8, "Give it at least 8 characters.").nullable().default(null),
  PRESENCE_THINNING: z.enum(["on", "off"]).default("on"),
});

/** @throws Error that names every setting that is wrong. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = environment.safeParse(given);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new Error(`These settings are wrong. ${problems.join("; ")}`);
  }
  const settings = read.data;
  return {
    dataDir: settings.DATA_DIR,
    databaseUrl: settings.DATABASE_URL,
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL,
    redisUrl: settings.REDIS_URL,
    logLevel: settings.LOG_LEVEL,
    thinPresence: settings.PRESENCE_THINNING === "on",
    metricsToken: settings.METRICS_TOKEN,
  };
}
