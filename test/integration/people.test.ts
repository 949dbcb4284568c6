/** Roles, removing, sign-in links: what leads do and nobody else. */
import { expect, it } from "vitest";
import { z } from "zod";
import { AServer, codeOf, joinedBy } from "./a-server.ts";

it("changes what somebody may do, in the record and at once", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const ben = await joinedBy(server, ada, id, "reader", "Ben");
  const path = `/api/statements/${id}/people/${await ben.personId()}`;
  expect((await ada.call("PATCH", path, { role: "lead", agrees: true })).status).toBe(200);
  expect((await ben.get(`/api/statements/${id}`)).body).toMatchObject({
    me: { role: "lead", agrees: true },
  });
  expect(codeOf(await ada.call("PATCH", path, { role: "lead", agrees: true }))).toBe("already-so");
  expect((await ada.call("PATCH", path, { role: "editor" })).status).toBe(200);
  expect((await ben.get(`/api/statements/${id}`)).body).toMatchObject({
    me: { role: "editor", agrees: true },
  });
  const types = (await ada.record(id)).map(({ type }) => type);
  expect(types).toEqual(["join", "join", "change-role", "change-role"]);
});

it("lets whoever makes a statement agree for their borough, until a lead changes that", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const me = async () => (await ada.get(`/api/statements/${id}`)).body;
  expect(await me()).toMatchObject({ me: { role: "lead", agrees: true } });
  const adas = `/api/statements/${id}/people/${await ada.personId()}`;
  expect((await ada.call("PATCH", adas, { role: "lead", agrees: false })).status).toBe(200);
  expect(await me()).toMatchObject({ me: { role: "lead", agrees: false } });
  expect((await ada.call("PATCH", adas, { role: "lead", agrees: true })).status).toBe(200);
  expect(await me()).toMatchObject({ me: { role: "lead", agrees: true } });
});

it("always keeps a lead", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const adas = `/api/statements/${id}/people/${await ada.personId()}`;
  expect(codeOf(await ada.call("PATCH", adas, { role: "editor" }))).toBe("not-allowed");
  expect(codeOf(await ada.call("DELETE", adas))).toBe("not-allowed");
  const ben = await joinedBy(server, ada, id, "lead", "Ben");
  const bens = `/api/statements/${id}/people/${await ben.personId()}`;
  const both = await Promise.all([ada.call("DELETE", bens), ben.call("DELETE", adas)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404]);
});

it("is for leads only", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const adas = `/api/statements/${id}/people/${await ada.personId()}`;
  for (const role of ["editor", "reviewer", "reader"] as const) {
    const caller = await joinedBy(server, ada, id, role);
    const answers = [
      await caller.call("PATCH", adas, { role: "reader" }),
      await caller.call("DELETE", adas),
      await caller.post(`${adas}/sign-in-link`),
      await caller.get(`/api/statements/${id}/invitations`),
      await caller.post(`/api/statements/${id}/invitations`, { borough: "camden", role: "reader" }),
      await caller.call("DELETE", `/api/statements/${id}/invitations/any`),
    ];
    expect(answers.map(codeOf)).toEqual(answers.map(() => "not-allowed"));
  }
});

it("knows nobody outside the statement", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const [first, second] = [await ada.makes("Housing"), await ada.makes("Parking")];
  const ben = await joinedBy(server, ada, first, "editor");
  const bens = `/api/statements/${second}/people/${await ben.personId()}`;
  const answers = [
    await ada.call("PATCH", bens, { role: "reader" }),
    await ada.call("DELETE", bens),
    await ada.post(`${bens}/sign-in-link`),
  ];
  expect(answers.map(codeOf)).toEqual(["not-found", "not-found", "not-found"]);
});

it("signs somebody in on another device by a link that works once", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const ben = await joinedBy(server, ada, id, "editor", "Ben");
  const benId = await ben.personId();
  const { body } = await ada.post(`/api/statements/${id}/people/${benId}/sign-in-link`);
  const { url } = z.object({ url: z.string() }).parse(body);
  const token = url.replace(`${server.url}/sign-in/`, "");
  const phone = server.visitor();
  expect((await phone.post("/api/sign-in", { token })).status).toBe(200);
  expect(await phone.personId()).toBe(benId);
  expect(codeOf(await server.visitor().post("/api/sign-in", { token }))).toBe("link-used");
  expect((await ben.get("/api/me")).body).toMatchObject({ person: { id: benId } });
});

it("takes a statement away from whoever was removed, and leaves their name in the record", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const ben = await joinedBy(server, ada, id, "editor", "Ben");
  const benId = await ben.personId();
  await ada.call("DELETE", `/api/statements/${id}/people/${benId}`);
  expect((await ben.get("/api/statements")).body).toEqual({ statements: [] });
  expect(codeOf(await ben.get(`/api/statements/${id}`))).toBe("not-found");
  const [, joined, removed] = await ada.record(id);
  expect(joined).toMatchObject({ personId: benId, words: { name: "Ben" } });
  expect(removed).toMatchObject({ type: "remove-person", facts: { personId: benId } });
});

it("lets those start statements who lead one, or used the start link", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const mayStart = async (role: "lead" | "editor" | "reviewer" | "reader") => {
    const caller = await joinedBy(server, ada, id, role);
    const { status } = await caller.post("/api/statements", { title: "Mine" });
    const { body } = await caller.get("/api/me");
    return [status, (body as { mayStart: boolean }).mayStart];
  };
  expect(await mayStart("lead")).toEqual([201, true]);
  expect(await mayStart("editor")).toEqual([403, false]);
  expect(await mayStart("reviewer")).toEqual([403, false]);
  expect(await mayStart("reader")).toEqual([403, false]);
});
