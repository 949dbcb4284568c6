/** What a request to bring a file in may not be: its parts, not what the file says. */
import { expect, it } from "vitest";
import { AnImport } from "../exchange/an-import.ts";
import { AServer, codeOf, type Answer, type Caller } from "./a-server.ts";

const part = (file: string) =>
  `--x\r\nContent-Disposition: form-data; name="file"; filename="${file}"\r\n\r\nkind,text\r\nneed,Heat\r\n`;

function sends(
  caller: Caller,
  id: string,
  body: string,
  type = "multipart/form-data; boundary=x",
): Promise<Answer> {
  return caller.call("POST", `/api/statements/${id}/imports`, body, {
    "content-type": type,
  });
}

it("brings nothing of a body in that is not one whole file", async () => {
  await using server = await AServer.start();
  const priya = await server.first("Priya", "camden");
  const id = await priya.makes("Bodies");
  const bodies = [
    ["--x--\r\n", "Send the file as multipart/form-data, in a part called file."],
    [part("a.csv"), "The file did not arrive whole. Send it again."],
    [part("a.csv").slice(0, 30), "The file did not arrive whole. Send it again."],
    [`${part("a.csv")}${part("b.csv")}--x--\r\n`, "Bring in one file at a time."],
  ] as const;
  for (const [body, detail] of bodies) {
    const answer = await sends(priya, id, body);
    expect([body, codeOf(answer), answer.body]).toEqual([
      body,
      "bad-input",
      expect.objectContaining({ detail }),
    ]);
  }
  const noBoundary = await sends(priya, id, `${part("a.csv")}--x--\r\n`, "multipart/form-data");
  expect(codeOf(noBoundary)).toBe("bad-input");
  expect((await priya.get(`/api/statements/${id}/items`)).body).toEqual({ items: [], as: null });
});

it("leaves no more of a file's name in the record than a name needs", async () => {
  await using server = await AServer.start();
  const priya = await server.first("Priya", "camden");
  const id = await priya.makes("Names");
  const one = new AnImport((...asked) => priya.call(...asked), id);
  await one.reads("kind,text\nneed,Heat\n", "n".repeat(9_000));
  await one.applies();
  const names = (await priya.record(id)).flatMap(({ type, words }) =>
    type === "import" ? [words["fileName"]] : [],
  );
  expect(names).toEqual(["n".repeat(200)]);
});
