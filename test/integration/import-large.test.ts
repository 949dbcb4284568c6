/** The largest file that may come in: all of it comes in, and others hardly wait. */
import { expect, it } from "vitest";
import { importLimits } from "../../shared/import-columns.ts";
import { AServer } from "./a-server.ts";
import { sendFile } from "./send-file.ts";

const pairs = importLimits.rows / 2;

function file(): string {
  const needs = Array.from(
    { length: pairs },
    (_, at) =>
      `need,U-${at},Part ${at % 40},"As a tenant, I need to do thing ${at} so that it works.",must,,Camden,`,
  );
  const requirements = Array.from(
    { length: pairs },
    (_, at) =>
      `requirement,S-${at},Part ${at % 40},The supplier does thing ${at}.,must,U-${at} fully,,`,
  );
  const headings = "kind,reference,section,text,priority,meets,borough,notes";
  return [headings, ...needs, ...requirements].join("\n");
}

it("comes in whole while the server answers others", async () => {
  await using server = await AServer.start();
  const priya = await server.first("Priya", "camden");
  const statementId = await priya.makes("Repairs");
  const work = { isDone: false };
  const sent = sendFile(server, priya, { statementId, file: file(), apply: true }).finally(() => {
    work.isDone = true;
  });
  let longestMs = 0;
  do {
    const begun = performance.now();
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    longestMs = Math.max(longestMs, performance.now() - begun);
  } while (!work.isDone);
  expect(await sent).toMatchObject({ status: 200, body: { needs: pairs, links: pairs } });
  const { body } = await priya.get(`/api/statements/${statementId}/coverage`);
  expect(body).toMatchObject({ needs: { covered: pairs, notCovered: 0 } });
  console.log(`others waited at most ${Math.round(longestMs)} ms`);
  expect(longestMs).toBeLessThan(5_000);
});
