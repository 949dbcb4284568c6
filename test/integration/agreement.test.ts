/** What is left to agree, and what boroughs say of themselves, over HTTP. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { fingerprint, seenOf } from "../../shared/seen.ts";
import { agreementAnswer } from "../../server/routes/agreement-answer.ts";
import { itemAnswer } from "../../server/routes/item-answer.ts";
import { AServer, codeOf, joinedBy, type Caller } from "./a-server.ts";
import { sendFile } from "./send-file.ts";

const file = [
  "kind,reference,section,text,priority,meets,borough,notes",
  'need,U-1,Needs,"As a tenant, I need to report a leak at night",must,,Camden,',
  "requirement,S-1,Calls,The supplier answers calls within two minutes.,must,,Camden,",
  "requirement,S-2,Calls,The supplier keeps a log of calls.,should,,Hackney,",
].join("\n");

let server: AServer;
let priya: Caller;
let tom: Caller;
let statementId = "";

beforeAll(async () => {
  server = await AServer.start();
  priya = await server.first("Priya", "camden");
  statementId = await priya.makes("Repairs");
  await sendFile(priya, { statementId, file });
  tom = await joinedBy(server, priya, statementId, "reviewer", "Tom", true);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

it("has every need and requirement with what each borough says, and counts them", async () => {
  expect(await says(priya, "R-1", "agree", "camden")).toBe(201);
  expect(await says(tom, "R-1", "object", "hackney")).toBe(201);
  const { boroughs, counts, rows } = await board(tom);
  expect(boroughs.map(({ name, toLookAt }) => [name, toLookAt])).toEqual([
    ["Camden", 2],
    ["Hackney", 2],
  ]);
  expect(counts).toMatchObject({ items: 3, agreed: 0, objections: 1 });
  const found = rows.map(({ reference, cells }) => [reference, ...cells.map(({ state }) => state)]);
  expect(found).toEqual([
    ["N-1", "not-looked", "not-looked"],
    ["R-1", "agree", "object"],
    ["R-2", "not-looked", "not-looked"],
  ]);
});

it("says when the contracts of boroughs that would buy together can all end", async () => {
  const describe = (caller: Caller, said: object) =>
    caller.post(`/api/statements/${statementId}/commands/describe-borough`, said);
  const takingPart = "buy-together";
  const camden = { contractEnds: "2027-09-30", takingPart };
  await describe(priya, camden);
  await describe(tom, { contractEnds: "2027-03-31", extendableUntil: "2028-03-31", takingPart });
  const { about, contracts } = await board(tom);
  expect(about.map(({ boroughId, contractEnds }) => [boroughId, contractEnds])).toEqual([
    ["camden", "2027-09-30"],
    ["hackney", "2027-03-31"],
  ]);
  expect(contracts).toMatchObject({ state: "meets", from: { day: "2027-09-30" } });
  expect(codeOf(await describe(priya, camden))).toBe("already-so");
  expect(codeOf(await describe(priya, { contractEnds: "soon", takingPart }))).toBe("bad-input");
});

it("is not there for who is not in the statement", async () => {
  const stranger = server.visitor();
  expect(codeOf(await stranger.get(`/api/statements/${statementId}/agreement`))).toBe("sign-in");
});

async function board(caller: Caller): Promise<z.output<typeof agreementAnswer>> {
  const { body } = await caller.get(`/api/statements/${statementId}/agreement`);
  return agreementAnswer.parse(body);
}

/** @returns the status of the answer */
async function says(
  caller: Caller,
  reference: string,
  stance: string,
  boroughId: string,
): Promise<number> {
  const { body } = await caller.get(`/api/statements/${statementId}/items`);
  const { items } = z.object({ items: z.array(itemAnswer) }).parse(body);
  const item = items.find((one) => one.reference === reference);
  if (!item) throw new Error(`there is no ${reference}`);
  const fields = Object.fromEntries(
    Object.entries(item.fields).map(([name, { content }]) => [name, content]),
  );
  const shown = { ...item, order: "", fields, notes: item.notes.content, variations: [] };
  const seen = fingerprint(seenOf(shown, boroughId));
  const args = { itemId: item.id, stance, words: "Too slow.", seen };
  const path = `/api/statements/${statementId}/commands/take-position`;
  return (await caller.post(path, args)).status;
}
