/** ReqIF over HTTP: the example goes out, comes back with nothing changed, and makes a statement like it elsewhere. */
import { expect, it } from "vitest";
import { z } from "zod";
import { AnImport } from "../../exchange/an-import.ts";
import { readIndependently } from "../../unit/exchange/reqif-independent-reader.ts";
import { problemsOfReqif } from "../../unit/exchange/reqif-check.ts";
import { AServer, type Caller } from "../a-server.ts";

it("goes out and comes in again, word for word and link for link", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const { id } = z
    .object({ id: z.string() })
    .parse((await ada.post("/api/statements/example")).body);

  const file = await fetches(ada, id, { format: "reqif" });
  expect(problemsOfReqif(file)).toEqual([]);
  const seen = readIndependently(file);
  expect(seen.title).toBe("Housing repairs service");
  const requirement = seen.objects.find(({ values }) => values.get("ReqIF.ForeignID") === "R-9");
  expect([requirement?.type, requirement?.values.get("Priority")]).toEqual([
    "Requirement",
    "Should",
  ]);

  const again = await reads(ada, id, file);
  expect(again.counts()).toEqual({ same: seen.objects.length });
  expect(again.preview?.linkCount).toBe(0);

  const other = await ada.makes("Elsewhere");
  const moved = await reads(ada, other, file);
  expect(moved.counts()).toEqual({ new: seen.objects.length });
  expect(await moved.applies()).toMatchObject({
    added: seen.objects.length,
    links: seen.relations.length,
    notices: [],
  });
  const copy = readIndependently(await fetches(ada, other, { format: "reqif" }));
  const said = ({ objects }: typeof seen) =>
    objects.map(({ depth, type, values }) => [depth, type, values.get("ReqIF.Text")]);
  expect(said(copy)).toEqual(said(seen));
  expect(copy.relations.map(({ values }) => values.get("How fully"))).toEqual(
    seen.relations.map(({ values }) => values.get("How fully")),
  );

  const hackneys = readIndependently(await fetches(ada, id, { format: "reqif", as: "hackney" }));
  const names = new Set(hackneys.objects.flatMap(({ values }) => [...values.keys()]));
  expect([...names].filter((name) => name.startsWith("Differs for"))).toEqual([
    "Differs for Hackney",
  ]);
});

it("says what to do with a file that means harm, and brings nothing in", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Harm");
  const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><REQ-IF>&b;</REQ-IF>`;
  const hostile = await reads(ada, id, new TextEncoder().encode(laughs));
  expect(hostile.refusal).toMatchObject({ code: "bad-input" });
  expect(JSON.stringify(hostile.refusal)).toMatch(/document type/);
  expect((await ada.get(`/api/statements/${id}/items`)).body).toMatchObject({ items: [] });
});

async function reads(
  by: Caller,
  statementId: string,
  file: Uint8Array<ArrayBuffer>,
): Promise<AnImport> {
  const one = new AnImport((method, path, body) => by.call(method, path, body), statementId);
  await one.reads(file, "ours.reqif");
  return one;
}

async function fetches(by: Caller, id: string, asked: object): Promise<Uint8Array<ArrayBuffer>> {
  const path = `/api/statements/${id}`;
  const begun = await by.post(`${path}/exports`, asked);
  const { workId } = z.object({ workId: z.string() }).parse(begun.body);
  const work = z.object({ revision: z.number(), state: z.string() });
  let now = work.parse({ revision: 0, state: "waiting" });
  while (now.state === "waiting" || now.state === "running")
    now = work.parse((await by.get(`${path}/works/${workId}?after=${now.revision}`)).body);
  const { type, body } = await by.get(`${path}/works/${workId}/file`);
  expect(type).toMatch("application/reqif+xml");
  return new TextEncoder().encode(z.string().parse(body));
}
