/** Files that leave over HTTP: begun, followed, fetched, and brought back. */
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { z } from "zod";
import type { StatementInJson } from "../../../server/exchange/json/statement-shape.ts";
import { readZip } from "../../../server/exchange/zip.ts";
import { AnImport } from "../../exchange/an-import.ts";
import { AServer, codeOf, type Caller } from "../a-server.ts";

const made = z.object({ id: z.string() });

it("writes the statement as it is for everybody in it, and for nobody else", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const { id } = made.parse((await ada.post("/api/statements/example")).body);

  const file = await takesOut(server, ada, id, {
    format: "csv",
    kinds: ["requirement"],
    as: "hackney",
  });
  expect(file.name).toMatch(/ - items - \d{4}-\d\d-\d\d\.csv/);
  const [head = [], ...rows] = parse(Buffer.from(file.bytes), { bom: true });
  const references = rows.map((row) => row[head.indexOf("reference")]);
  expect(references).toContain("R-9");
  // Hackney has said that it does not apply to it.
  expect(references).not.toContain("R-20");

  // A version says what it said, whatever is written or left since.
  await ada.post(`/api/statements/${id}/commands/make-version`, { name: "First" });
  const then = await takesOut(server, ada, id, { format: "tracker", version: 1 });
  expect(then.name).toContain(" - tracker - version 1 - ");

  const { body: schema } = await server.visitor().get("/api/schemas/statement.json");
  expect(schema).toMatchObject({ title: "A statement of Needline" });

  const exports = `/api/statements/${id}/exports`;
  expect(codeOf(await ada.post(exports, { format: "csv", as: "lewisham" }))).toBe("not-found");
  expect(codeOf(await ada.post(exports, { format: "csv", version: 99 }))).toBe("not-found");
  expect(codeOf(await ada.post(exports, { format: "exe" }))).toBe("bad-input");
  expect(codeOf(await server.visitor().post(exports, { format: "csv" }))).toBe("sign-in");
});

it("takes the example out as CSV, tracker and JSON, and finds nothing changed when they come back", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const { id } = made.parse((await ada.post("/api/statements/example")).body);
  // A note that only Camden sees is in no file, also not in Camden's own.
  const noted = await ada.post(`/api/statements/${id}/notes`, { words: "privatezz" });
  expect(noted.status).toBe(201);
  const before = await inJson(server, ada, id);
  for (const format of ["csv", "tracker", "json"]) {
    const { bytes } = await takesOut(server, ada, id, { format });
    expect(await wordsIn(bytes), format).not.toContain("privatezz");
    const back = await bringsIn(ada, id, bytes);
    expect(back.counts(), format).toEqual({ same: before.items.length });
    expect(back.preview?.linkCount, format).toBe(0);

    const other = await ada.makes(`Elsewhere, by ${format}`);
    const moved = await bringsIn(ada, other, bytes);
    expect(moved.counts(), format).toEqual({ new: before.items.length });
    await moved.applies();
    expect(said(await inJson(server, ada, other)), format).toEqual(said(before));
  }

  // What suppliers send back does not belong here.
  const { bytes } = await takesOut(server, ada, id, { format: "supplier-response" });
  expect(await wordsIn(bytes)).not.toContain("privatezz");
  const refused = await bringsIn(ada, id, bytes);
  expect(refused.refusal?.detail).toMatch(/supplier’s response workbook/);
});

/** Everything in a file; of a workbook all parts, unpacked. */
async function wordsIn(bytes: Uint8Array): Promise<string> {
  const zip = await readZip(bytes, () => true);
  const parts = zip.state === "read" ? [...zip.files.values()] : [bytes];
  return parts.map((part) => Buffer.from(part).toString("utf8")).join("\n");
}

async function bringsIn(
  by: Caller,
  statementId: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<AnImport> {
  const one = new AnImport((method, path, body) => by.call(method, path, body), statementId);
  await one.reads(bytes, "ours");
  return one;
}

async function inJson(server: AServer, by: Caller, id: string): Promise<StatementInJson> {
  const { bytes } = await takesOut(server, by, id, { format: "json" });
  return JSON.parse(new TextDecoder().decode(bytes)) as StatementInJson;
}

/** What a statement says, whatever its ids and references are. */
function said({ items, links }: StatementInJson): unknown {
  const places = new Map(items.map(({ id }, at) => [id, at]));
  return {
    items: items.map(({ kind, level, priority, raisedBy, removed, fields, notes, ...more }) => ({
      words: { kind, level, priority, raisedBy, removed, fields, notes },
      differs: more.variations.map(({ boroughId, content }) => ({ boroughId, content })),
    })),
    links: links.map(({ requirementId, needId, how, because }) => [
      places.get(requirementId),
      places.get(needId),
      how,
      because,
    ]),
  };
}

async function takesOut(
  server: AServer,
  by: Caller,
  id: string,
  asked: object,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const begun = await by.post(`/api/statements/${id}/exports`, asked);
  expect(begun.status).toBe(200);
  const { workId } = z.object({ workId: z.string() }).parse(begun.body);
  const path = `/api/statements/${id}/works/${workId}`;
  const work = z.object({ revision: z.number(), state: z.string() });
  let now = work.parse({ revision: 0, state: "waiting" });
  while (now.state === "waiting" || now.state === "running")
    now = work.parse((await by.get(`${path}?after=${now.revision}`)).body);
  expect(now.state).toBe("done");
  const headers = { cookie: by.cookie ?? "" };
  const file = await fetch(`${server.url}${path}/file`, { headers });
  return {
    name: file.headers.get("content-disposition") ?? "",
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}
