/** The items over HTTP, read as one borough's. */
import { expect, it } from "vitest";
import { z } from "zod";
import { asBoroughAnswer, itemAnswer } from "../../server/routes/item-answer.ts";
import { AServer, codeOf, type Caller } from "./a-server.ts";

const answer = z.object({ items: z.array(itemAnswer), as: asBoroughAnswer.nullable() });

it("tells what differs for every borough, or for the one that the address names", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const made = await ada.post("/api/statements/example");
  const { id } = z.object({ id: z.string() }).parse(made.body);

  const all = await reads(ada, id, "");
  expect(all.as).toBeNull();
  expect(differencesIn(all)).toEqual(["R-6 southwark", "R-9 hackney", "text camden"]);

  const hackneys = await reads(ada, id, "?as=hackney");
  expect(differencesIn(hackneys)).toEqual(["R-9 hackney"]);
  // Hackney has said that these do not apply to it; one of them says something else since.
  const named = (ids: readonly string[] | undefined) =>
    ids?.map((each) => all.items.find((item) => item.id === each)?.reference);
  expect(named(hackneys.as?.leftOut)).toEqual(["N-7", "R-20"]);
  expect(named(hackneys.as?.changedSince)).toEqual(["R-19"]);
  expect(named(hackneys.as?.differ)).toEqual(["R-9"]);
  const taken = all.items.filter(({ removed }) => removed === null);
  const leftIn = taken.filter((item) => !hackneys.as?.leftOut.includes(item.id));
  expect(hackneys.items.map((item) => item.id)).toEqual(leftIn.map((item) => item.id));
  const differing = hackneys.items.find(({ reference }) => reference === "R-9");
  expect(differing?.variations[0]?.text).toContain("four hours");

  const path = `/api/statements/${id}/items`;
  expect(codeOf(await ada.get(`${path}?as=lewisham`))).toBe("not-found");
  expect(codeOf(await ada.get(`${path}?as=`))).toBe("bad-input");
});

async function reads(by: Caller, id: string, query: string): Promise<z.infer<typeof answer>> {
  const { status, body } = await by.get(`/api/statements/${id}/items${query}`);
  expect(status).toBe(200);
  return answer.parse(body);
}

function differencesIn({ items }: z.infer<typeof answer>): string[] {
  return items.flatMap(({ reference, kind, variations }) =>
    variations.map(({ boroughId }) => `${reference ?? kind} ${boroughId}`),
  );
}
