/** What one may not see answers like what does not exist, at every address. */
import { expect, it } from "vitest";
import { z } from "zod";
import { AServer, codeOf } from "./a-server.ts";

const paths = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

it("answers for somebody else's statement exactly as for one that is not there", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const theirs = await ada.makes("Housing");
  const elsewhere = await ada.makes("Parking");
  const eve = server.visitor();
  await eve.joins((await ada.invites(elsewhere, { role: "lead" })).token, "Eve");
  const { body } = await ada.get("/api/json");
  const under = Object.entries(paths.parse(body).paths)
    .filter(([path]) => path.startsWith("/api/statements/{id}"))
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => [method, path] as const));
  expect(under.length).toBeGreaterThan(20);
  for (const [method, path] of under) {
    const ask = (id: string) =>
      eve.call(
        method.toUpperCase(),
        path.replace("{id}", id).replaceAll(/\{\w+\}/g, "any"),
        method === "get" || method === "delete" ? undefined : {},
      );
    const [hidden, missing] = [await ask(theirs), await ask("not-there")];
    expect([path, hidden.status, codeOf(hidden)]).toEqual([path, 404, "not-found"]);
    expect(hidden.body).toEqual(missing.body);
  }
});

it("asks whoever is not signed in to sign in, whatever the address", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const visitor = server.visitor();
  const answers = [
    await visitor.get("/api/statements"),
    await visitor.post("/api/statements", { title: "Mine" }),
    await visitor.post("/api/statements/example"),
    await visitor.get(`/api/statements/${id}`),
    await visitor.get("/api/statements/not-there"),
    await visitor.post(`/api/statements/${id}/commands/reply`, {}),
  ];
  expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual(
    answers.map(() => [401, "sign-in"]),
  );
  visitor.cookie = "needline-session=guessed";
  expect(codeOf(await visitor.get(`/api/statements/${id}`))).toBe("sign-in");
});
