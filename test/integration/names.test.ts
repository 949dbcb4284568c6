/** Names of people, organisations and statements: everybody is shown them, so each is what it looks like. */
import { expect, it } from "vitest";
import { z } from "zod";
import { AServer, codeOf } from "./a-server.ts";

const offer = z.object({ boroughName: z.string() });

it("keeps of a name what can be seen, the same wherever it is shown", async () => {
  await using server = await AServer.start();
  const ada = await server.first("A\u0000da\ud800 \u202e Mensah\u200b", "camden");
  const id = await ada.makes("Housing\u0000\n repairs \u2066");
  const name = "A da\ufffd Mensah";
  expect((await ada.get("/api/me")).body).toMatchObject({ person: { name } });
  expect((await ada.record(id))[0]?.words).toMatchObject({ name });
  expect((await ada.get("/api/statements")).body).toMatchObject({
    statements: [{ title: "Housing repairs" }],
  });
  expect((await ada.get(`/api/statements/${id}`)).body).toMatchObject({ title: "Housing repairs" });
});

it("takes no name in which there is nothing to see", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const { token } = await ada.invites(id, { role: "reader" });
  for (const name of ["\u200b", "\u0000", "\u200d\u200d", "\u2003", "\u202e"]) {
    expect(codeOf(await server.visitor().joins(token, name))).toBe("bad-input");
    expect(codeOf(await ada.post("/api/statements", { title: name }))).toBe("bad-input");
  }
  for (const name of ["Zoë", "O’Neill-Ó Súilleabháin", "کیان\u200cزاد", "李", "👩\u200d💻"])
    expect((await server.visitor().joins(token, name)).status).toBe(200);
});

it("knows a borough by its long name, and takes nobody else for it", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const organisation = async (borough: string) => {
    const { token } = await ada.invites(id, { borough, role: "reader" });
    const { boroughName } = offer.parse((await ada.get(`/api/invitations/${token}`)).body);
    const ben = server.visitor();
    await ben.joins(token, "Ben");
    const { person } = z
      .object({ person: z.object({ boroughId: z.string() }) })
      .parse((await ben.get("/api/me")).body);
    return [boroughName, person.boroughId];
  };
  for (const name of ["London Borough of  Camden", "cam\u200bden", "CAMDEN\u0000"])
    expect(await organisation(name)).toEqual(["Camden", "camden"]);
  for (const name of ["camden!", "Camden (tenants)", "__proto__", "constructor", "A B", "A_B"]) {
    const [shown, boroughId] = await organisation(name);
    expect(shown).toBe(name);
    expect(boroughId).not.toBe("camden");
  }
  const { body } = await ada.get("/api/boroughs");
  const { boroughs } = z.object({ boroughs: z.array(z.object({ id: z.string() })) }).parse(body);
  expect(new Set(boroughs.map((borough) => borough.id)).size).toBe(33 + 6);
});
