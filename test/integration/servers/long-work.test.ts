/** Files that come in and go out while every request goes to another server, and one of them dies. */
import { expect, test } from "vitest";
import { z } from "zod";
import { AnImport } from "../../exchange/an-import.ts";
import type { Caller } from "../a-server.ts";
import { AFleet } from "./a-fleet.ts";

const longestMs = 240_000;
const started = z.object({ workId: z.string() });
const work = z.object({
  revision: z.number(),
  state: z.string(),
  refusal: z.object({ detail: z.string() }).optional(),
});

test(
  "a file is brought in, undone and taken out, whichever server is asked",
  async () => {
    await using fleet = await AFleet.start(2);
    const ada = await fleet.first();
    const id = await anExample(ada);
    let asked = 0;
    const inTurn = (): Caller => fleet.at((asked += 1) % fleet.count, ada);
    const one = new AnImport((...call) => inTurn().call(...call), id);
    await one.reads("kind,text,meets\nneed,Report a leak,\nrequirement,The service has a form,\n");
    expect(one.counts()).toEqual({ new: 2 });
    expect(await one.applies()).toMatchObject({ added: 2 });
    expect(await one.undoes()).toEqual({ putBack: 2, left: [] });

    const statement = `/api/statements/${id}`;
    for (const [begins, fetches] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const begun = await fleet.at(begins, ada).post(`${statement}/exports`, { format: "docx" });
      const { workId } = started.parse(begun.body);
      const path = `${statement}/works/${workId}`;
      expect((await followed(fleet.at(fetches, ada), path)).state).toBe("done");
      const file = await fleet.at(fetches, ada).get(`${path}/file`);
      expect([file.status, file.type]).toEqual([200, expect.stringContaining("wordprocessingml")]);
      expect((await fleet.at(fetches, ada).call("DELETE", path)).status).toBe(200);
      expect((await fleet.at(fetches, ada).get(path)).status).toBe(404);
    }
  },
  longestMs,
);

test(
  "whoever waits for a server that died is told so by another",
  async () => {
    await using fleet = await AFleet.start(2);
    const ada = await fleet.first();
    const id = await anExample(ada);
    const begun = await fleet.at(0, ada).post(`/api/statements/${id}/exports`, { format: "docx" });
    const { workId } = started.parse(begun.body);
    await fleet.kill(0);
    const end = await followed(fleet.at(1, ada), `/api/statements/${id}/works/${workId}`);
    expect(end.refusal?.detail).toBe("The server that did this stopped. Begin again.");
    // And it can be done.
    const again = await fleet.at(1, ada).post(`/api/statements/${id}/exports`, { format: "docx" });
    const path = `/api/statements/${id}/works/${started.parse(again.body).workId}`;
    expect((await followed(fleet.at(1, ada), path)).state).toBe("done");
  },
  longestMs,
);

async function anExample(ada: Caller): Promise<string> {
  const { body } = await ada.post("/api/statements/example");
  return z.object({ id: z.string() }).parse(body).id;
}

/** How it stands once it is over. */
async function followed(caller: Caller, path: string): Promise<z.infer<typeof work>> {
  for (let after = 0; ;) {
    const now = work.parse((await caller.get(`${path}?after=${after}`)).body);
    if (now.state === "done" || now.state === "refused") return now;
    after = now.revision;
  }
}
