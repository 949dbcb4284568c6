/** What every bus promises: the one of a single process and the one over Redis. */
import { expect, onTestFinished, test, describe } from "vitest";
import type { Bus } from "../../../server/bus/bus.ts";
import { LocalHub } from "../../../server/bus/local-bus.ts";
import { redisBus } from "../../../server/bus/redis-bus.ts";
import { ARedis } from "../../world/a-redis.ts";
import { eventually } from "../sync/eventually.ts";

/** Makes buses that hear each other. */
type Join = () => Promise<Bus>;

const kinds: Readonly<Record<string, () => Promise<Join>>> = {
  "in one process": async () => {
    const hub = new LocalHub();
    return () => Promise.resolve(hub.join());
  },
  "over Redis": async () => {
    const redis = await ARedis.start();
    onTestFinished(() => redis[Symbol.asyncDispose]());
    return async () => {
      const bus = redisBus({ url: redis.url, scope: "a" });
      await eventually(() => expect(bus.isUp).toBe(true));
      return bus;
    };
  },
};

describe.each(Object.entries(kinds))("the bus %s", (_name, start) => {
  async function servers(count: number): Promise<Bus[]> {
    const join = await start();
    const buses = await Promise.all(Array.from({ length: count }, join));
    onTestFinished(async () => void (await Promise.all(buses.map((bus) => bus.close()))));
    return buses;
  }

  test("what one server says the others hear, with its name, and it does not itself", async () => {
    const [one, two, three] = await threeOf(servers);
    const heard = await Promise.all([one, two, three].map((bus) => listen(bus, "s1")));
    one.publish("s1", bytes("hello"));
    two.publish("s1", bytes("hello back"));
    await eventually(() => {
      expect(heard[2]?.toSorted()).toEqual(
        [`${one.serverId} hello`, `${two.serverId} hello back`].toSorted(),
      );
      expect(heard[1]).toEqual([`${one.serverId} hello`]);
      expect(heard[0]).toEqual([`${two.serverId} hello back`]);
    });
  });

  test("only those hear it who listen to that channel, as long as they do", async () => {
    const [one, two, three] = await threeOf(servers);
    const others = await listen(two, "s2");
    const stopped: string[] = [];
    const { begun, end } = two.subscribe("s1", (message) => stopped.push(wordsIn(message)));
    await begun;
    const still = await listen(three, "s1");
    one.publish("s1", bytes("first"));
    await eventually(() => expect(stopped).toEqual(["first"]));
    end();
    one.publish("s1", bytes("second"));
    one.publish("s2", bytes("elsewhere"));
    await eventually(() => expect(still).toHaveLength(2));
    await eventually(() => expect(others).toEqual([`${one.serverId} elsewhere`]));
    expect(stopped).toEqual(["first"]);
  });

  test("two listeners to one channel in a server both hear it, and one may stop", async () => {
    const [one, two] = await threeOf(servers);
    const first: string[] = [];
    const subscription = two.subscribe("s1", (message) => first.push(wordsIn(message)));
    await subscription.begun;
    const second = await listen(two, "s1");
    one.publish("s1", bytes("a"));
    await eventually(() => expect([first.length, second.length]).toEqual([1, 1]));
    subscription.end();
    one.publish("s1", bytes("b"));
    await eventually(() => expect(second).toHaveLength(2));
    expect(first).toHaveLength(1);
  });

  test("what a server says is heard in its order and to the byte", async () => {
    const [one, two] = await threeOf(servers);
    const heard: Uint8Array[] = [];
    await two.subscribe("s1", (message) => heard.push(message.slice())).begun;
    const said = Array.from({ length: 300 }, (_, index) =>
      Uint8Array.from({ length: (index * 37) % 500 }, (_unused, at) => (index + at * 7) % 256),
    );
    said.push(new Uint8Array(200_000).fill(9));
    for (const message of said) one.publish("s1", message);
    await eventually(() => expect(heard).toHaveLength(said.length));
    expect(
      heard.every((message, index) => Buffer.compare(message, said[index] ?? bytes("")) === 0),
    ).toBe(true);
  });

  test("a bus that is closed says and hears nothing more, and nobody minds", async () => {
    const [one, two, three] = await threeOf(servers);
    const heard = await listen(two, "s1");
    const third = await listen(three, "s1");
    await two.close();
    one.publish("s1", bytes("gone?"));
    two.publish("s1", bytes("still here"));
    await eventually(() => expect(third).toEqual([`${one.serverId} gone?`]));
    expect(heard).toEqual([]);
  });
});

test("servers of other data on the same Redis are not heard", async () => {
  await using redis = await ARedis.start();
  const buses = ["a", "b", "b"].map((scope) => redisBus({ url: redis.url, scope }));
  onTestFinished(async () => void (await Promise.all(buses.map((bus) => bus.close()))));
  await eventually(() => expect(buses.every(({ isUp }) => isUp)).toBe(true));
  const heard = await Promise.all(buses.map((bus) => listen(bus, "s1")));
  buses[0]?.publish("s1", bytes("of a"));
  buses[1]?.publish("s1", bytes("of b"));
  await eventually(() => expect(heard[2]).toEqual([`${buses[1]?.serverId} of b`]));
  expect([heard[0], heard[1]]).toEqual([[], []]);
});

test("a server of one process knows whether it is alone", async () => {
  const hub = new LocalHub();
  const one = hub.join();
  expect(one.isAlone).toBe(true);
  const two = hub.join();
  expect([one.isAlone, two.isAlone]).toEqual([false, false]);
  await two.close();
  expect(one.isAlone).toBe(true);
});

async function threeOf(servers: (count: number) => Promise<Bus[]>): Promise<[Bus, Bus, Bus]> {
  const [one, two, three] = await servers(3);
  if (!one || !two || !three) throw new Error("not three servers");
  return [one, two, three];
}

/** @returns what the bus hears on the channel from now on, each as `from words` */
async function listen(bus: Bus, channel: string): Promise<string[]> {
  const heard: string[] = [];
  await bus.subscribe(channel, (message, from) => heard.push(`${from} ${wordsIn(message)}`)).begun;
  return heard;
}

function bytes(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

function wordsIn(message: Uint8Array): string {
  return new TextDecoder().decode(message);
}
