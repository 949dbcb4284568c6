/** The same asked of two servers at once, on one database, is made once. */
import { expect, test } from "vitest";
import { z } from "zod";
import { AnImport } from "../../exchange/an-import.ts";
import { isBroughtInOnce } from "../../exchange/brought-in-once.ts";
import { AFleet } from "./a-fleet.ts";

const longestMs = 180_000;

test(
  "an invitation and a statement that are asked of two servers under one key are made once",
  async () => {
    await using fleet = await AFleet.start(2);
    const ada = await fleet.first();
    const [first, second] = [fleet.at(0, ada), fleet.at(1, ada)];
    const id = await first.makes("Repairs");
    const path = `/api/statements/${id}/invitations`;
    for (let round = 0; round < 10; round += 1) {
      const headers = { "idempotency-key": `the-key-of-round-${round}` };
      const words = { borough: "hackney", role: "reader" };
      const made = await Promise.all(
        [first, second, first, second].map((at) => at.call("POST", path, words, headers)),
      );
      expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
      expect(new Set(made.map(({ body }) => (body as { token: string }).token)).size).toBe(1);
      const started = await Promise.all(
        [first, second].map((at) =>
          at.call("POST", "/api/statements", { title: `Round ${round}` }, headers),
        ),
      );
      expect(started.map(({ status }) => status)).toEqual([201, 201]);
      expect(started[0]?.body).toEqual(started[1]?.body);
    }
    const { body } = await second.get(path);
    expect(z.object({ invitations: z.array(z.unknown()) }).parse(body).invitations).toHaveLength(
      10,
    );
    const statements = (await second.get("/api/statements")).body;
    const shape = z.object({ statements: z.array(z.unknown()) });
    expect(shape.parse(statements).statements).toHaveLength(11);
  },
  longestMs,
);

/** Nothing alike: what is alike is taken for the same need. */
const needs = ["see my rent", "report damp in a wall", "choose when somebody comes"];

test(
  "a file that two servers are asked to bring in at once comes in once",
  async () => {
    await using fleet = await AFleet.start(2);
    const ada = await fleet.first();
    const [first, second] = [fleet.at(0, ada), fleet.at(1, ada)];
    const id = await first.makes("Repairs");
    for (const [round, need] of needs.entries()) {
      let asked = 0;
      const one = new AnImport((method, path, body, headers) => {
        asked += 1;
        return (asked % 2 === 0 ? first : second).call(method, path, body, headers);
      }, id);
      await one.reads(`kind,text\nneed,${need}`);
      await isBroughtInOnce(one);
      // The other server hears of it a moment later.
      const count = async (): Promise<number> => {
        const { body } = await first.get(`/api/statements/${id}/items`);
        return (body as { items: unknown[] }).items.length;
      };
      await expect.poll(count, { timeout: 20_000 }).toBe(round + 1);
      // Whose answer was lost asks again, wherever that is.
      asked = 0;
      const undone = await one.steps("undo", `undone-${round}`);
      expect(undone.answer).toMatchObject({ putBack: 1 });
      asked = 1;
      expect(await one.steps("undo", `undone-${round}`)).toEqual(undone);
    }
  },
  longestMs,
);
