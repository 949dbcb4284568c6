/** Files that leave over HTTP: begun, followed, fetched. */
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { z } from "zod";
import { AServer, codeOf, type Answer, type Caller } from "../a-server.ts";

it("writes the statement as it is for everybody in it, and for nobody else", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const { id } = z
    .object({ id: z.string() })
    .parse((await ada.post("/api/statements/example")).body);

  const file = await fetches(ada, id, { format: "csv", kinds: ["requirement"], as: "hackney" });
  expect(file.headers.get("content-disposition")).toMatch(/ - items - \d{4}-\d\d-\d\d\.csv/);
  const [head = [], ...rows] = parse(String(file.body), { bom: true });
  const references = rows.map((row) => row[head.indexOf("reference")]);
  expect(references).toContain("R-9");
  // Hackney has said that it does not apply to it.
  expect(references).not.toContain("R-20");

  // A version says what it said, whatever is written or left since.
  await ada.post(`/api/statements/${id}/commands/make-version`, { name: "First" });
  const then = await fetches(ada, id, { format: "tracker", version: 1 });
  expect(then.headers.get("content-disposition")).toContain(" - tracker - version 1 - ");

  const exports = `/api/statements/${id}/exports`;
  expect(codeOf(await ada.post(exports, { format: "csv", as: "lewisham" }))).toBe("not-found");
  expect(codeOf(await ada.post(exports, { format: "csv", version: 99 }))).toBe("not-found");
  expect(codeOf(await ada.post(exports, { format: "exe" }))).toBe("bad-input");
  expect(codeOf(await server.visitor().post(exports, { format: "csv" }))).toBe("sign-in");
});

async function fetches(by: Caller, id: string, asked: object): Promise<Answer> {
  const begun = await by.post(`/api/statements/${id}/exports`, asked);
  expect(begun.status).toBe(200);
  const { workId } = z.object({ workId: z.string() }).parse(begun.body);
  const work = z.object({ revision: z.number(), state: z.string() });
  let now = work.parse({ revision: 0, state: "waiting" });
  while (now.state === "waiting" || now.state === "running") {
    const path = `/api/statements/${id}/works/${workId}?after=${now.revision}`;
    now = work.parse((await by.get(path)).body);
  }
  expect(now.state).toBe("done");
  return by.get(`/api/statements/${id}/works/${workId}/file`);
}
