import { expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";

test("without settings it keeps its data beside it and listens on this computer", () => {
  expect(readConfig({})).toEqual({
    dataDir: "./data",
    databaseUrl: null,
    port: 3000,
    host: "localhost",
    publicUrl: null,
    redisUrl: null,
    logLevel: "warn",
    thinPresence: true,
    metricsToken: null,
  });
});

test("an empty setting is as if it were not given", () => {
  expect(readConfig({ PORT: "", PUBLIC_URL: "" })).toMatchObject({ port: 3000, publicUrl: null });
});

test("a public address ends without a slash", () => {
  const { publicUrl } = readConfig({ PUBLIC_URL: "https://needline.example/" });
  expect(publicUrl).toBe("https://needline.example");
});

test("a Redis is named by an address of Redis", () => {
  const { redisUrl } = readConfig({ REDIS_URL: "redis://localhost:6379" });
  expect(redisUrl).toBe("redis://localhost:6379");
  expect(() => readConfig({ REDIS_URL: "http://localhost:6379" })).toThrow(/REDIS_URL/);
});

test("every setting that is wrong is named", () => {
  const wrong = { PORT: "eighty", PUBLIC_URL: "needline.example", PRESENCE_THINNING: "maybe" };
  expect(() => readConfig(wrong)).toThrow(/PORT.*PUBLIC_URL.*PRESENCE_THINNING/);
});
