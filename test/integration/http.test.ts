/** The HTTP side itself: problems, other sites' pages, the API's description, the page. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { commands } from "../../shared/commands/all.ts";
import { AServer, codeOf, type Caller } from "./a-server.ts";

let server: AServer;
let ada: Caller;

beforeAll(async () => {
  server = await AServer.start();
  ada = await server.first("Ada", "camden");
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

describe("a problem", () => {
  it("is a whole one for whatever goes wrong", async () => {
    const answers = [
      await ada.get("/api/nothing"),
      await ada.get("/api/statements/x/nothing"),
      await ada.call("DELETE", "/api/statements"),
      await ada.call("POST", "/somewhere", {}),
      await ada.get("/assets/nothing.js"),
      await ada.call("POST", "/api/statements", "{ not json"),
      await ada.post("/api/statements", { title: "" }),
      await ada.post("/api/statements"),
      await ada.call("POST", "/api/statements", "title=x", { "content-type": "text/plain" }),
      await ada.get(`/api/statements/${"x".repeat(300)}`),
      await ada.get("/api/start/%E0%A4%A"),
    ];
    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual([
      [404, "not-found"],
      [404, "not-found"],
      [404, "not-found"],
      [404, "not-found"],
      [404, "not-found"],
      [400, "bad-input"],
      [400, "bad-input"],
      [400, "bad-input"],
      [400, "bad-input"],
      [404, "not-found"],
      [400, "bad-input"],
    ]);
  });

  it("says which field is wrong and what to do", async () => {
    const { body } = await ada.post("/api/statements", { title: "  " });
    expect(body).toMatchObject({
      detail: "title: Enter a title.",
      problems: [{ where: "title", what: "Enter a title." }],
    });
  });
});

describe("a page of another site", () => {
  it("changes nothing here, even with the cookie", async () => {
    const id = await ada.makes("Housing");
    const before = (await ada.record(id)).length;
    for (const headers of [
      { origin: "https://elsewhere.example" },
      { origin: "null" },
      { origin: `${server.url}0` },
      { "sec-fetch-site": "cross-site" },
    ]) {
      const answer = await ada.call("POST", "/api/statements", { title: "Theirs" }, headers);
      expect([answer.status, codeOf(answer)]).toEqual([403, "not-allowed"]);
    }
    const own = { origin: server.url };
    expect((await ada.call("POST", "/api/statements", { title: "Ours" }, own)).status).toBe(201);
    expect(await ada.record(id)).toHaveLength(before);
  });
});

describe("the API's description", () => {
  it("has every address of the API, and a page to read it on", async () => {
    const { body } = await ada.get("/api/json");
    const { paths } = z
      .object({
        openapi: z.string(),
        paths: z.record(z.string(), z.record(z.string(), z.unknown())),
      })
      .parse(body);
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const statement = "/api/statements/{id}";
    expect(described.toSorted()).toEqual(
      [
        "GET /health",
        "GET /ready",
        "GET /metrics",
        "GET /api/me",
        "GET /api/boroughs",
        "GET /api/start/{token}",
        "POST /api/start",
        "POST /api/sign-in",
        "POST /api/sign-out",
        "GET /api/invitations/{token}",
        "POST /api/join",
        "GET /api/statements",
        "POST /api/statements",
        "POST /api/statements/example",
        "GET /api/schemas/statement.json",
        `GET ${statement}`,
        `GET ${statement}/items`,
        `GET ${statement}/items/{itemId}/last-edit`,
        `GET ${statement}/items/{itemId}/history`,
        `GET ${statement}/changes`,
        `GET ${statement}/visit`,
        `GET ${statement}/coverage`,
        `GET ${statement}/agreement`,
        `GET ${statement}/record`,
        `GET ${statement}/notes`,
        `POST ${statement}/notes`,
        `PATCH ${statement}/notes/{noteId}`,
        `DELETE ${statement}/notes/{noteId}`,
        `GET ${statement}/notices`,
        `GET ${statement}/notices/reading`,
        `POST ${statement}/notices/read`,
        `POST ${statement}/notices/kinds`,
        `GET ${statement}/invitations`,
        `POST ${statement}/invitations`,
        `DELETE ${statement}/invitations/{invitationId}`,
        `PATCH ${statement}/people/{personId}`,
        `DELETE ${statement}/people/{personId}`,
        `POST ${statement}/people/{personId}/sign-in-link`,
        `POST ${statement}/imports`,
        `DELETE ${statement}/imports/{importId}`,
        `POST ${statement}/imports/{importId}/columns`,
        `POST ${statement}/imports/{importId}/apply`,
        `POST ${statement}/imports/{importId}/undo`,
        `POST ${statement}/exports`,
        `GET ${statement}/works/{workId}`,
        `DELETE ${statement}/works/{workId}`,
        `GET ${statement}/works/{workId}/file`,
        `GET ${statement}/versions`,
        `GET ${statement}/versions/{number}`,
        `POST ${statement}/versions/{number}/restore`,
        `POST ${statement}/restores/{number}/undo`,
        `GET ${statement}/compare`,
        `POST ${statement}/compare/word`,
        `GET ${statement}/elsewhere`,
        `GET ${statement}/elsewhere/{from}/items`,
        ...commands.map(({ name }) => `POST ${statement}/commands/${name}`),
      ].toSorted(),
    );
    const open = Object.entries(paths).flatMap(([path, methods]) =>
      Object.values(methods).flatMap((about) => (isForAnybody(about) ? [path] : [])),
    );
    expect(new Set(open)).toEqual(
      new Set([
        "/health",
        "/ready",
        "/metrics",
        "/api/me",
        "/api/boroughs",
        "/api/start/{token}",
        "/api/start",
        "/api/sign-in",
        "/api/sign-out",
        "/api/invitations/{token}",
        "/api/join",
        "/api/schemas/statement.json",
      ]),
    );
    expect(paths[`${statement}/imports`]?.["post"]).toMatchObject({
      requestBody: {
        content: {
          "multipart/form-data": {
            schema: { properties: { file: { type: "string", format: "binary" } } },
          },
        },
      },
    });
    const page = await server.visitor().get("/api");
    expect([page.status, page.type]).toEqual([200, "text/html; charset=utf-8"]);
  });
});

it("lets browsers load only what comes from here", async () => {
  const { headers } = await server.visitor().get("/health");
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

it("keeps no answer about somebody in any cache", async () => {
  expect((await ada.get("/api/me")).headers.get("cache-control")).toBe("no-store");
});

it("lets nobody try links without end", async () => {
  const visitor = server.visitor();
  const answers = await Promise.all(
    Array.from({ length: 301 }, (_, count) => visitor.get(`/api/invitations/guess-${count}`)),
  );
  const codes = answers.map(codeOf);
  expect(codes.filter((code) => code === "link-used")).toHaveLength(300);
  expect(codes.filter((code) => code === "too-many")).toHaveLength(1);
});

function isForAnybody(about: unknown): boolean {
  return z.object({ security: z.array(z.unknown()).length(0) }).safeParse(about).success;
}
