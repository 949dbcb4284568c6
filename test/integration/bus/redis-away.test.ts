/** The bus over Redis while Redis goes away, comes back, or stays and says nothing. */
import { expect, test } from "vitest";
import type { Bus } from "../../../server/bus/bus.ts";
import { redisBus } from "../../../server/bus/redis-bus.ts";
import { ARedis } from "../../world/a-redis.ts";
import { eventually } from "../sync/eventually.ts";

const quick = { echoMs: 50, silentMs: 400 };

test("it starts before Redis does, goes down with it, and is back by itself with all it listened to", async () => {
  await using redis = await ARedis.start();
  await redis.stop();
  await using servers = new Servers(redis.url);
  const { one, two, heard } = servers;
  expect(one.isUp || two.isUp).toBe(false);
  await redis.startAgain();
  await servers.areUp();
  one.publish("s1", new Uint8Array([1]));
  await eventually(() => expect(heard).toEqual([1]));

  await redis.stop();
  await eventually(() => expect(one.isUp || two.isUp).toBe(false));
  // Dropped, not kept for later.
  one.publish("s1", new Uint8Array([2]));
  // Subscribed while there is nobody to subscribe at.
  const late: number[] = [];
  await two.subscribe("s2", ([said]) => late.push(said ?? 0)).begun;
  await redis.startAgain();
  await servers.areUp();
  one.publish("s1", new Uint8Array([3]));
  one.publish("s2", new Uint8Array([4]));
  await eventually(() => expect(late).toEqual([4]));
  expect(heard).toEqual([1, 3]);
});

test("a Redis that says nothing any more is down, and up when it goes on", async () => {
  await using redis = await ARedis.start();
  await using servers = new Servers(redis.url);
  const { one, two, heard } = servers;
  await servers.areUp();
  const told: boolean[] = [];
  one.watch((isUp) => told.push(isUp));
  redis.stall();
  await eventually(() => expect(one.isUp || two.isUp).toBe(false));
  expect(told).toEqual([false]);
  redis.goOn();
  await servers.areUp();
  one.publish("s1", new Uint8Array([5]));
  await eventually(() => expect(heard.at(-1)).toBe(5));
});

test("while Redis takes nothing, what is said is dropped and not kept", async () => {
  await using redis = await ARedis.start();
  // Slow to notice, so that it goes on saying things to a Redis that does not take them.
  await using servers = new Servers(redis.url, { echoMs: 50, silentMs: 20_000 });
  const { one } = servers;
  await servers.areUp();
  redis.stall();
  const megabyte = new Uint8Array(1024 * 1024);
  const before = process.memoryUsage().arrayBuffers;
  for (let count = 0; count < 300; count += 1) {
    one.publish("s1", megabyte);
    if (count % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const grown = process.memoryUsage().arrayBuffers - before;
  expect(grown / megabyte.length).toBeLessThan(64);
  redis.goOn();
});

class Servers {
  readonly one: Bus;
  readonly two: Bus;
  /** First byte of what the second hears on s1. */
  readonly heard: number[] = [];

  constructor(url: string, times = quick) {
    this.one = redisBus({ url, scope: "a", ...times });
    this.two = redisBus({ url, scope: "a", ...times });
    this.two.subscribe("s1", ([said]) => this.heard.push(said ?? 0));
  }

  async areUp(): Promise<void> {
    await eventually(() => {
      if (!this.one.isUp || !this.two.isUp) throw new Error("not up yet");
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.one.close(), this.two.close()]);
  }
}
