/** The first person, and how everybody stays signed in. */
import { expect, it } from "vitest";
import { AServer, codeOf } from "./a-server.ts";

it("lets one person in by the start link, once", async () => {
  await using server = await AServer.start();
  const token = server.startLink?.split("/").at(-1) ?? "";
  expect(server.startLink).toBe(`${server.url}/start/${token}`);
  const ada = server.visitor();
  expect((await ada.get(`/api/start/${token}`)).status).toBe(200);
  const { status, body } = await ada.post("/api/start", {
    token,
    name: "  Ada Mensah ",
    borough: "camden",
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    person: { name: "Ada Mensah", boroughId: "camden", boroughName: "Camden" },
  });
  const late = server.visitor();
  const again = await late.post("/api/start", { token, name: "Ben", borough: "camden" });
  expect([again.status, codeOf(again)]).toEqual([410, "link-used"]);
  expect((await late.get(`/api/start/${token}`)).status).toBe(410);
  expect((await late.get("/api/me")).body).toEqual({ person: null, mayStart: false });
  expect((await ada.get("/api/me")).body).toMatchObject({
    person: { name: "Ada Mensah" },
    mayStart: true,
  });
});

it("lets only one in of two who use the start link at the same moment", async () => {
  await using server = await AServer.start();
  const token = server.startLink?.split("/").at(-1) ?? "";
  const answers = await Promise.all(
    ["Ada", "Ben", "Cleo"].map((name) =>
      server.visitor().post("/api/start", { token, name, borough: "camden" }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410, 410]);
});

it("keeps the same start link until somebody used it, and then has none", async () => {
  await using server = await AServer.start();
  const path = () => new URL(server.startLink ?? "x:").pathname;
  const before = path();
  await server.restart();
  expect(path()).toBe(before);
  await server.first("Ada", "camden");
  await server.restart();
  expect(server.startLink).toBeNull();
});

it("keeps people signed in when the server starts again", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  await server.restart();
  expect((await ada.get(`/api/statements/${id}`)).body).toMatchObject({ title: "Housing" });
});

it("gives a cookie that scripts and other sites cannot use", async () => {
  await using server = await AServer.start();
  const token = server.startLink?.split("/").at(-1);
  const { headers } = await server
    .visitor()
    .post("/api/start", { token, name: "Ada", borough: "camden" });
  const [cookie = ""] = headers.getSetCookie();
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Lax/);
  expect(cookie).toMatch(/; Path=\//);
  expect(cookie).not.toMatch(/Secure/);
});

it("ends a session on signing out, for whoever copied the cookie too", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const copied = server.visitor();
  copied.cookie = ada.cookie;
  expect((await ada.post("/api/sign-out")).status).toBe(200);
  expect((await copied.get("/api/me")).body).toMatchObject({ person: null });
  expect(codeOf(await copied.get("/api/statements"))).toBe("sign-in");
});

it("finds a borough by id or name in any case, and takes another organisation in by its name", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "  TOWER   hamlets ");
  expect((await ada.get("/api/me")).body).toMatchObject({ person: { boroughId: "tower-hamlets" } });
  const statement = await ada.makes("Housing");
  const names = ["Homes for Lambeth", "homes for lambeth", "區議會", "市議會"];
  for (const borough of names) await ada.invites(statement, { borough, role: "reader" });
  const { body } = await ada.get("/api/boroughs");
  const { boroughs } = body as { boroughs: { id: string; name: string }[] };
  expect(boroughs).toHaveLength(36);
  expect(
    boroughs
      .slice(33)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(["Homes for Lambeth", "區議會", "市議會"].toSorted());
  expect(new Set(boroughs.map(({ id }) => id)).size).toBe(36);
  const anybody = await server.visitor().get("/api/boroughs");
  expect((anybody.body as { boroughs: unknown[] }).boroughs).toHaveLength(33);
});
