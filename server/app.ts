/**
 * The whole server, as `npm start` and the tests run it. Promises that when `startApp` resolves people
 * can come in, and when `stop` resolves everything that was received is kept and nothing runs any more.
 */
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import websocket from "@fastify/websocket";
import fastify, { LogController, type FastifyInstance } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { nanoid } from "nanoid";
import type { AddressInfo, Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { startToken } from "./access/start.ts";
import { randomToken } from "./access/tokens.ts";
import type { Bus } from "./bus/bus.ts";
import { LocalHub } from "./bus/local-bus.ts";
import { redisBus } from "./bus/redis-bus.ts";
import type { Config } from "./config.ts";
import { KeptImports } from "./exchange/import/kept-imports.ts";
import { WorkProcesses } from "./exchange/work/work-processes.ts";
import { Works } from "./exchange/work/works.ts";
import { Elsewhere } from "./exchange/elsewhere/elsewhere.ts";
import { Visits } from "./history/visits.ts";
import { loggedError } from "./logged-error.ts";
import { Metrics } from "./metrics/metrics.ts";
import { describeApi } from "./routes/api-description.ts";
import { countAnswers } from "./routes/count-answers.ts";
import { healthRoute, type HealthMeans } from "./routes/health-route.ts";
import type { Means } from "./routes/means.ts";
import { invitationRoutes } from "./routes/invitation-routes.ts";
import { pageRoutes } from "./routes/page-routes.ts";
import { speakPlainly } from "./routes/plain-issues.ts";
import { answerError } from "./routes/problem.ts";
import { contentSecurity } from "./routes/content-security.ts";
import { schemaRoute } from "./routes/schema-route.ts";
import { sessionRoutes } from "./routes/session-routes.ts";
import { refuseOtherSites, siteAt } from "./routes/site.ts";
import { statementListRoutes } from "./routes/statement-list-routes.ts";
import { statementRoutes } from "./routes/statement-routes.ts";
import { SocketsBySession } from "./routes/sockets-by-session.ts";
import { socketOptions, syncRoute } from "./routes/sync-route.ts";
import { openPostgresStore } from "./store/open-postgres.ts";
import { openStore } from "./store/open-store.ts";
import type { Store } from "./store/store.ts";
import { Rooms } from "./sync/rooms.ts";

export interface App {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** The link that lets the first person in, or null once somebody used it. */
  readonly startLink: string | null;
  stop(): Promise<void>;
}

/** What only tests and measurements set. */
export interface ForTests {
  /** Puts something between the server and its store, such as a slow disk. */
  readonly between?: ((store: Store) => Store) | undefined;
}

/** The largest file to bring in, over a slow line. Without a limit a request that never ends is kept for good. */
export const requestTimeoutMs = 5 * 60_000;

/** How long answers under way may take once the server is told to stop. */
const stopMs = 3_000;

/** @throws when the folder cannot be written, the database not be reached or the port is taken */
export async function startApp(config: Config, { between }: ForTests = {}): Promise<App> {
  speakPlainly();
  const { databaseUrl, dataDir } = config;
  const opened = databaseUrl ? await openPostgresStore(databaseUrl) : await openStore(dataDir);
  const store = between?.(opened) ?? opened;
  const now = () => new Date().toISOString();
  const app = fastify({
    logger: {
      level: config.logLevel,
      serializers: { err: (error) => ({ ...loggedError(error) }) },
    },
    // Addresses hold the secrets of links, which belong in no log.
    logController: new LogController({ disableRequestLogging: true }),
    // With a public address there is a proxy in front, which says who really asks.
    trustProxy: config.publicUrl !== null,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: requestTimeoutMs,
    frameworkErrors: (...asked) => void answerError(...asked),
  });
  const { thinPresence, metricsToken } = config;
  const problem = (error: unknown) => app.log.error(error);
  const epoch = await store.epoch();
  const bus = busOf(config, epoch);
  const metrics: Metrics = new Metrics({
    connections: () => rooms.connections,
    rooms: () => rooms.size,
    documents: () => rooms.documents,
    busIsUp: () => bus.isUp,
  });
  const processes = new WorkProcesses({ place: { dataDir, databaseUrl } });
  const rooms = new Rooms({
    store,
    bus,
    now,
    problem,
    thinPresence,
    watch: metrics,
    merge: (statementId, signal) => processes.run("merge-text", { statementId }, { signal }),
  });
  const works = new Works({ store, now, newId: nanoid, problem });
  const imports = new KeptImports({ store, now });
  const resources = {
    store,
    rooms,
    works,
    processes,
    imports,
    epoch,
    now,
    newId: nanoid,
    newToken: randomToken,
  };
  const visits = new Visits(store.history, now);
  const elsewhere = new Elsewhere({ store, now });
  const sockets = new SocketsBySession({ bus, people: store.people, now, problem });
  const hangUp = hangingUp(app);
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    await works.stop();
    sockets.stop();
    await rooms.stop();
    await processes.stop();
    await bus.close();
    await visits.stop();
    await elsewhere.stop();
    const timer = setTimeout(hangUp, stopMs);
    await app.close();
    clearTimeout(timer);
    await store.close();
  };
  try {
    const health = { resources, metrics, metricsToken, isStopping: () => isStopping };
    await addRoutes(app, { resources, sockets, visits, elsewhere }, health, config);
    await app.listen({ port: config.port, host: config.host });
    const url = config.publicUrl ?? urlOf(app, config.host);
    const token = await startToken(resources);
    return { url, startLink: token === null ? null : `${url}/start/${token}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function busOf({ redisUrl }: Config, epoch: string): Bus {
  return redisUrl === null ? new LocalHub().join() : redisBus({ url: redisUrl, scope: epoch });
}

/**
 * A function that ends every connection. Closing waits for them, and one that never ends (a request
 * that stays half sent, a page's socket whose computer sleeps) would keep the server from stopping.
 */
function hangingUp(app: FastifyInstance): () => void {
  const open = new Set<Socket>();
  app.server.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  return () => {
    for (const socket of open) socket.destroy();
  };
}

async function addRoutes(
  app: FastifyInstance,
  { resources, sockets, visits, elsewhere }: Omit<Means, "site">,
  health: HealthMeans,
  { publicUrl }: Config,
): Promise<void> {
  const site = siteAt(publicUrl);
  const means = { resources, site, sockets, visits, elsewhere };
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  countAnswers(app, health.metrics);
  await app.register(helmet, contentSecurity);
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  // For every address: where no page's socket belongs it is closed, and would stay open otherwise.
  await app.register(websocket, { options: socketOptions });
  app.addHook("onRequest", async (request, reply) => {
    // Answers are about somebody; the page's own files say themselves how long they hold.
    reply.header("cache-control", "no-store");
    refuseOtherSites(site, request);
  });
  await describeApi(app);
  await app.register(syncRoute, means);
  await app.register(healthRoute, health);
  await app.register(schemaRoute, means);
  await app.register(sessionRoutes, means);
  await app.register(invitationRoutes, means);
  await app.register(statementListRoutes, means);
  await app.register(statementRoutes, means);
  await app.register(pageRoutes, { pageDir: fileURLToPath(new URL("../dist", import.meta.url)) });
}

function urlOf(app: FastifyInstance, host: string): string {
  const { port } = app.server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
