/** The same asked of two servers at once, on one database, is made once. */
import { expect, test } from "vitest";
import { z } from "zod";
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
