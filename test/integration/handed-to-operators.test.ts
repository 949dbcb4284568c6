/** What `compose.yaml`, `Dockerfile` and `deploy/haproxy.cfg` say of each other and of the server is so. */
import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";
import { readCompose } from "../image/compose.ts";
import {
  copiesOf,
  environmentOf,
  healthAddressOf,
  readDockerfile,
  saidBy,
} from "../image/dockerfile.ts";
import { AServer } from "./a-server.ts";

const root = join(import.meta.dirname, "../..");
const contentsOf = (path: string): string => readFileSync(join(root, path), "utf8");

const password = { POSTGRES_PASSWORD: "0123456789abcdef" };
const composeText = contentsOf("compose.yaml");
const { services, volumes } = readCompose(composeText, password);
const ours = Object.entries(services).filter(([, { build }]) => build !== undefined);
const steps = readDockerfile(contentsOf("Dockerfile"));
const last = steps.at(-1) ?? { from: "", name: null, instructions: [] };
const haproxy = contentsOf("deploy/haproxy.cfg");

/** Whether the server reads a setting of this name: no other would be wrong with it, or change anything. */
function isRead(name: string): boolean {
  try {
    return JSON.stringify(readConfig({ [name]: "8 or more" })) !== JSON.stringify(readConfig({}));
  } catch {
    return true;
  }
}

it("compose sets only what the server reads, and all of it is right", () => {
  expect(isRead("DATABASE")).toBe(false);
  expect(ours.map(([name]) => name)).toEqual(["server-1", "server-2"]);
  for (const [name, { environment }] of ours) {
    const unread = Object.keys(environment).filter((setting) => !isRead(setting));
    expect(unread, name).toEqual([]);
    const { databaseUrl, redisUrl, publicUrl, metricsToken } = readConfig(environment);
    expect(metricsToken).toBeNull();
    const database = new URL(databaseUrl ?? "");
    const { environment: databases } = services[database.hostname] ?? { environment: {} };
    expect(databases).toEqual({
      POSTGRES_USER: database.username,
      POSTGRES_PASSWORD: database.password,
      POSTGRES_DB: database.pathname.slice(1),
    });
    expect(Object.keys(services)).toContain(new URL(redisUrl ?? "").hostname);
    const published = services["balancer"]?.ports.map((port) => port.split(":")[0]);
    expect(published).toEqual([new URL(publicUrl ?? "").port]);
  }
});

it("compose passes on what an operator sets, and starts nothing without a password", () => {
  const own = { PUBLIC_URL: "https://needline.example", METRICS_TOKEN: "12345678" };
  const { environment } = readCompose(composeText, { ...password, ...own, LOG_LEVEL: "info" })
    .services["server-1"] ?? { environment: {} };
  expect(readConfig(environment)).toMatchObject({
    publicUrl: own.PUBLIC_URL,
    metricsToken: own.METRICS_TOKEN,
    logLevel: "info",
  });
  expect(() => readCompose(composeText, {})).toThrow("POSTGRES_PASSWORD is not set: Set POST");
});

it("compose waits for services that it has and that say when they are healthy, and mounts what is there", () => {
  for (const [name, one] of Object.entries(services)) {
    expect(one.image, name).toMatch(one.build === undefined ? /:[\d.]+(-\w+)?$/ : /^needline$/);
    for (const { name: other, isHealthy } of one.depends_on) {
      expect(Object.keys(services), name).toContain(other);
      if (isHealthy) expect(services[other]?.healthcheck, `${name}: ${other}`).toBeDefined();
    }
    for (const [from = ""] of one.volumes.map((volume) => volume.split(":"))) {
      if (from.startsWith("./")) expect(existsSync(join(root, from)), from).toBe(true);
      else expect(Object.keys(volumes), name).toContain(from);
    }
  }
  expect(services["balancer"]?.volumes).toEqual([
    "./deploy/haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro",
  ]);
});

it("the balancer listens where compose publishes it, and knows every server at its port", () => {
  const [, bound] = /bind "\$\{BALANCER_ADDRESS-:(\d+)\}"/.exec(haproxy) ?? [];
  expect(services["balancer"]?.ports.map((port) => port.split(":")[1])).toEqual([bound]);
  const places = [...haproxy.matchAll(/^ {2}server \S+ "\$\{SERVER_\d-(\S+)\}"$/gm)];
  const { PORT: port } = environmentOf(last);
  const known = ours.map(([name]) => `${name}:${port}`);
  expect(places.map(([, place]) => place)).toEqual([...known, ...known]);
});

it("the image is made from what is there, with the Node that is locked", () => {
  const { devDependencies } = JSON.parse(contentsOf("package.json")) as {
    devDependencies: Record<string, string>;
  };
  expect(steps.map(({ from }) => from)).toEqual(
    steps.map(() => `node:${devDependencies["node"]}-alpine`),
  );
  const ignored = contentsOf(".dockerignore").split("\n").filter(Boolean);
  for (const { from, sources } of steps.flatMap(copiesOf)) {
    if (from !== null) expect(steps.map(({ name }) => name)).toContain(from);
    for (const source of from === null ? sources : []) {
      expect(existsSync(join(root, source)), source).toBe(true);
      expect(ignored, source).not.toContain(source);
    }
  }
});

it("the image runs as a plain user who may write its data and nothing else, and where it says", () => {
  const { NODE_ENV, npm_config_ignore_scripts, ...settings } = environmentOf(last);
  expect({ NODE_ENV, npm_config_ignore_scripts }).toEqual({
    NODE_ENV: "production",
    npm_config_ignore_scripts: "true",
  });
  expect(Object.keys(settings).filter((name) => !isRead(name))).toEqual([]);
  const { dataDir, port, host } = readConfig(settings);
  expect([host, String(port), dataDir]).toEqual([
    "0.0.0.0",
    saidBy(last, "EXPOSE"),
    saidBy(last, "VOLUME"),
  ]);
  const user = saidBy(last, "USER");
  expect(user).toBe("node");
  expect(saidBy(last, "RUN")).toContain(`mkdir ${dataDir} && chown ${user}:${user} ${dataDir}`);
  expect(healthAddressOf(last).port).toBe(String(port));
  const command = JSON.parse(saidBy(last, "CMD")) as string[];
  expect(existsSync(join(root, command.at(-1) ?? ""))).toBe(true);
});

it("the image is asked whether it lives at a route that there is, and is given the time that it needs to stop", async () => {
  await using server = await AServer.start();
  const { status } = await server.visitor().get(healthAddressOf(last).pathname);
  expect(status).toBe(200);
  expect(saidBy(last, "STOPSIGNAL")).toBe("SIGTERM");
  for (const [name, { stop_grace_period: period = "" }] of ours) {
    expect(Number(/^(\d+)s$/.exec(period)?.[1]), name).toBeGreaterThan(10);
  }
});
