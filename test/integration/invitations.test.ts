/** Invitations: who joins by them, how often, and what they never tell. */
import { expect, it } from "vitest";
import { AServer, codeOf, joinedBy } from "./a-server.ts";

it("lets one person join by an invitation that gives lead, editor or agreeing, several by the others", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const invitations = [
    { role: "lead", agrees: false, times: 1 },
    { role: "editor", agrees: false, times: 1 },
    { role: "reviewer", agrees: true, times: 1 },
    { role: "reviewer", agrees: false, times: 3 },
    { role: "reader", agrees: false, times: 3 },
  ] as const;
  for (const { role, agrees, times } of invitations) {
    const { token } = await ada.invites(id, { role, agrees });
    const statuses: number[] = [];
    for (const name of ["Ben", "Cleo", "Dan"]) {
      statuses.push((await server.visitor().joins(token, name)).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(times);
    expect(statuses.filter((status) => status === 410)).toHaveLength(3 - times);
    const { status } = await server.visitor().get(`/api/invitations/${token}`);
    expect(status).toBe(times === 1 ? 410 : 200);
  }
});

it("lets one of several in who use a link for one person at the same moment", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const { token } = await ada.invites(id, { role: "editor" });
  const answers = await Promise.all(
    ["Ben", "Cleo", "Dan", "Eve"].map((name) => server.visitor().joins(token, name)),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    200, 410, 410, 410,
  ]);
  const { body } = await ada.get(`/api/statements/${id}`);
  expect((body as { people: unknown[] }).people).toHaveLength(2);
});

it("tells whoever holds the link what it offers", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing repairs");
  const { token, url } = await ada.invites(id, { role: "editor", agrees: true, name: "Ben" });
  expect(url).toBe(`${server.url}/join/${token}`);
  expect((await server.visitor().get(`/api/invitations/${token}`)).body).toEqual({
    statementTitle: "Housing repairs",
    boroughName: "Hackney",
    role: "editor",
    agrees: true,
    name: "Ben",
  });
});

it("lists who made it, for whom and who used it, and never the link again", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const made = await ada.invites(id, { role: "editor", name: "Ben Okafor" });
  const ben = server.visitor();
  await ben.joins(made.token, "Ben Okafor");
  const { body } = await ada.get(`/api/statements/${id}/invitations`);
  expect(body).toMatchObject({
    invitations: [
      {
        id: made.id,
        borough: { id: "hackney", name: "Hackney" },
        role: "editor",
        agrees: false,
        name: "Ben Okafor",
        madeBy: { name: "Ada" },
        once: true,
        used: [{ personId: await ben.personId(), name: "Ben Okafor" }],
      },
    ],
  });
  expect(JSON.stringify(body)).not.toContain(made.token);
});

it("works no more once withdrawn; whoever joined by it stays", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const made = await ada.invites(id, { role: "reader" });
  const ben = server.visitor();
  await ben.joins(made.token, "Ben");
  const path = `/api/statements/${id}/invitations/${made.id}`;
  expect((await ada.call("DELETE", path)).status).toBe(200);
  expect(codeOf(await ada.call("DELETE", path))).toBe("not-found");
  expect(codeOf(await server.visitor().joins(made.token, "Cleo"))).toBe("link-used");
  expect((await ben.get(`/api/statements/${id}`)).status).toBe(200);
  expect((await ada.get(`/api/statements/${id}/invitations`)).body).toEqual({ invitations: [] });
});

it("just gives another statement to whoever is signed in", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const [first, second] = [await ada.makes("Housing"), await ada.makes("Parking")];
  const ben = await joinedBy(server, ada, first, "editor", "Ben");
  const benId = await ben.personId();
  const { token } = await ada.invites(second, { role: "reviewer" });
  expect((await ben.joins(token, "Another name")).body).toEqual({ statementId: second });
  expect(await ben.personId()).toBe(benId);
  expect((await ben.get(`/api/statements/${second}`)).body).toMatchObject({
    me: { name: "Ben", role: "reviewer", boroughName: "Hackney" },
  });
  expect((await ben.get("/api/statements")).body).toMatchObject({
    statements: [
      { id: second, title: "Parking", role: "reviewer", boroughs: ["Camden", "Hackney"] },
      { id: first, title: "Housing", role: "editor", boroughs: ["Camden", "Hackney"] },
    ],
  });
});

it("does not use itself up on somebody who has what it gives, and adds what it gives more", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "hackney");
  const id = await ada.makes("Housing");
  const { token } = await ada.invites(id, { role: "editor" });
  expect((await ada.joins(token, "Ada")).status).toBe(200);
  const ben = await joinedBy(server, ada, id, "reader", "Ben");
  expect((await ben.joins(token, "Ben")).status).toBe(200);
  const { body } = await ada.get(`/api/statements/${id}`);
  expect(body).toMatchObject({
    people: [
      { name: "Ada", role: "lead" },
      { name: "Ben", role: "editor" },
    ],
  });
  expect(codeOf(await server.visitor().joins(token, "Cleo"))).toBe("link-used");
});

it("is not for somebody signed in for another borough", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const ben = await joinedBy(server, ada, id, "reader", "Ben");
  const { token } = await ada.invites(id, { borough: "southwark", role: "editor" });
  expect(codeOf(await ben.joins(token, "Ben"))).toBe("not-allowed");
  expect((await server.visitor().joins(token, "Grace")).status).toBe(200);
});

it("does not let somebody back in who was removed after it was made", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const { token } = await ada.invites(id, { role: "reviewer" });
  const ben = server.visitor();
  await ben.joins(token, "Ben");
  const path = `/api/statements/${id}/people/${await ben.personId()}`;
  expect((await ada.call("DELETE", path)).status).toBe(200);
  expect(codeOf(await ben.joins(token, "Ben"))).toBe("not-allowed");
  const fresh = await ada.invites(id, { role: "reviewer" });
  expect((await ben.joins(fresh.token, "Ben")).status).toBe(200);
  expect((await ben.get(`/api/statements/${id}`)).body).toMatchObject({ me: { name: "Ben" } });
});

it("answers a link that never was like one that was used", async () => {
  await using server = await AServer.start();
  const answers = [
    await server.visitor().get("/api/invitations/nothing"),
    await server.visitor().joins("nothing", "Ben"),
    await server.visitor().post("/api/sign-in", { token: "nothing" }),
    await server.visitor().get("/api/start/nothing"),
  ];
  expect(answers.map(codeOf)).toEqual(["link-used", "link-used", "link-used", "link-used"]);
});
