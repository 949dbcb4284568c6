/** Bringing files in through the API: read, previewed by item, brought in as chosen, undone. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { z } from "zod";
import { fragmentOf, itemsOf as textItems } from "../../shared/items.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import { writeRichText } from "../../shared/write-rich-text.ts";
import { AnImport } from "../exchange/an-import.ts";
import { AServer, codeOf, joinedBy, type Caller } from "./a-server.ts";
import { until } from "../shared-data/until.ts";
import { LivePage } from "./sync/live-page.ts";

let server: AServer;
let priya: Caller;

beforeAll(async () => {
  server = await AServer.start();
  priya = await server.first("Priya", "camden");
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const headings = "kind,reference,section,text,priority,meets,borough,notes";

const fitting = [
  headings,
  'need,U-1,Reporting,"As a tenant, I need to report a leak so that it is stopped.",must,,Camden; Hackney,Heard often.',
  'need,U-2,Reporting,"As a tenant, I need to know when somebody comes",should,,,',
  "need,U-3,Reporting,Complain in my own language.,could,,,",
  "requirement,S-1,The service,The supplier offers a form on the web.,must,U-1 fully; U-2 partly,Camden,",
  "requirement,S-2,The service,The supplier keeps records.,must,,,",
  "outcome,O-1,Why,Fewer leaks turn into damp.,,,,",
].join("\n");

function importOf(statementId: string, caller = priya): AnImport {
  return new AnImport((method, path, body) => caller.call(method, path, body), statementId);
}

/** Brings all of a file in. */
async function brings(statementId: string, file: string): Promise<AnImport> {
  const one = importOf(statementId);
  await one.reads(file);
  await one.applies();
  expect(one.refusal).toBeNull();
  return one;
}

const itemsAnswer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      reference: z.string().nullable(),
      aliases: z.array(z.string()),
      priority: z.string().nullable(),
      raisedBy: z.array(z.string()),
      removed: z.object({ why: z.string() }).nullable(),
      fields: z.record(z.string(), z.object({ text: z.string() })),
      notes: z.object({ text: z.string() }),
    }),
  ),
});

async function itemsOf(statementId: string): Promise<z.infer<typeof itemsAnswer>["items"]> {
  const { body } = await priya.get(`/api/statements/${statementId}/items`);
  return itemsAnswer.parse(body).items;
}

async function coverageOf(statementId: string): Promise<unknown> {
  return (await priya.get(`/api/statements/${statementId}/coverage`)).body;
}

describe("a file that fits", () => {
  it("is previewed by item without changing anything", async () => {
    const id = await priya.makes("Repairs");
    const one = importOf(id);
    await one.reads(fitting);
    expect(one.counts()).toEqual({ new: 9 });
    expect(one.preview).toMatchObject({ fileName: "ours.csv", linkCount: 2, problems: [] });
    expect(one.preview?.changes[1]).toMatchObject({
      where: "Line 2",
      kind: "need",
      fileReference: "U-1",
      section: "Reporting",
      words: "As a tenant, I need to report a leak so that it is stopped",
      priority: "must",
    });
    expect(await itemsOf(id)).toEqual([]);
    expect((await priya.record(id)).map(({ type }) => type)).toEqual(["join"]);
  });

  it("comes in whole, with references, aliases and links that count, in the name of who brought it in", async () => {
    const id = await priya.makes("Repairs");
    const one = importOf(id);
    await one.reads(fitting);
    expect(await one.applies()).toMatchObject({ added: 9, changed: 0, links: 2, notices: [] });
    const items = await itemsOf(id);
    expect(items.map(({ kind, reference }) => `${kind} ${reference}`)).toEqual([
      "section null",
      "need N-1",
      "need N-2",
      "need N-3",
      "section null",
      "requirement R-1",
      "requirement R-2",
      "section null",
      "outcome O-1",
    ]);
    expect(items[1]).toMatchObject({
      aliases: ["U-1"],
      priority: "must",
      raisedBy: ["camden", "hackney"],
      fields: {
        asA: { text: "tenant" },
        iNeed: { text: "report a leak" },
        soThat: { text: "it is stopped" },
      },
      notes: { text: "Heard often." },
    });
    expect(await coverageOf(id)).toMatchObject({
      needs: { covered: 1, partly: 1, notCovered: 1, changed: 0 },
      requirements: { meetsANeed: 1, noNeed: 1 },
    });
    const entries = await priya.record(id);
    expect(entries.filter(({ type }) => type === "import")).toMatchObject([
      {
        personId: await priya.personId(),
        facts: {
          counts: { sections: 3, outcomes: 1, needs: 3, requirements: 2, links: 2, changed: 0 },
        },
        words: { fileName: "ours.csv" },
      },
    ]);
    await server.restart();
    expect(await itemsOf(id)).toEqual(items);
  });

  it("comes in as chosen: some left out, some of another kind", async () => {
    const id = await priya.makes("Repairs");
    const one = importOf(id);
    await one.reads(fitting);
    const keyOf = (reference: string) =>
      one.preview?.changes.find(({ fileReference }) => fileReference === reference)?.key ?? "";
    await one.applies({ left: [keyOf("U-2"), keyOf("S-2")], kinds: { [keyOf("U-3")]: "outcome" } });
    expect(
      (await itemsOf(id)).flatMap(({ kind, aliases }) => aliases.map((name) => `${kind} ${name}`)),
    ).toEqual(["need U-1", "outcome U-3", "requirement S-1", "outcome O-1"]);
  });

  it("changes nothing the second time, and only what it says else", async () => {
    const id = await priya.makes("Repairs");
    await brings(id, fitting);
    const before = await itemsOf(id);
    const again = importOf(id);
    await again.reads(fitting);
    expect(again.counts()).toEqual({ same: 6 });
    expect(again.preview?.linkCount).toBe(0);
    await again.applies();
    expect(await itemsOf(id)).toEqual(before);

    const other = importOf(id);
    await other.reads(
      [headings, "need,U-2,,Know who comes.,must,,,", "need,U-9,Reporting,Pay the rent.,,,,"].join(
        "\n",
      ),
    );
    expect(other.counts()).toEqual({ changed: 1, new: 1, missing: 5 });
    expect(await other.applies()).toMatchObject({ added: 1, changed: 1 });
    const items = await itemsOf(id);
    expect(items.find(({ reference }) => reference === "N-2")).toMatchObject({
      priority: "must",
      fields: { iNeed: { text: "Know who comes." }, asA: { text: "" } },
    });
    expect(items.slice(3, 6).map(({ reference }) => reference)).toEqual(["N-4", "N-3", null]);
  });
});

describe("undoing an import", () => {
  it("puts back what nobody changed since, and says what it left", async () => {
    const id = await priya.makes("Repairs");
    await brings(id, fitting);
    const before = await itemsOf(id);
    const one = importOf(id);
    await one.reads(
      [
        headings,
        "need,U-1,,Report a leak at night.,could,,,",
        "need,U-2,,Know who comes.,must,,,",
        "need,U-8,Reporting,Pay the rent.,,,,",
        "need,U-9,Reporting,Pay by card.,,,,",
        "requirement,S-2,,The supplier keeps records.,,U-3 partly,,",
      ].join("\n"),
    );
    expect(await one.applies()).toMatchObject({ added: 2, changed: 2, links: 1 });

    const page = new LivePage({ url: server.url, statementId: id, cookie: priya.cookie });
    await until(() => page.hasBeenSynced && textItems(page.doc).size === 11);
    const changed = before.find(({ reference }) => reference === "N-2")?.id ?? "";
    const fragment = fragmentOf(page.doc, changed, "soThat");
    page.doc.transact(() => {
      if (fragment instanceof Y.XmlFragment) writeRichText(fragment, richTextFromPlain("I wait"));
    });
    await until(() => page.savedChanges === page.changes);
    page.end();
    const card = (await itemsOf(id)).find(({ aliases }) => aliases.includes("U-9"))?.id ?? "";
    const comment = { anchor: { itemId: card }, text: "Which cards?" };
    const said = await priya.post(`/api/statements/${id}/commands/start-thread`, comment);
    expect(said.status).toBe(201);

    expect(await one.undoes()).toMatchObject({
      putBack: 2,
      left: [
        { reference: "N-5", why: "Somebody has said something about it since." },
        { reference: "N-2", why: "It was changed since." },
      ],
    });
    const after = await itemsOf(id);
    const brought = after.filter(({ removed }) => removed !== null);
    expect(brought.map(({ removed }) => removed?.why)).toEqual([
      "The import of ours.csv was undone.",
    ]);
    const standing = after.filter(({ removed, id: itemId }) => removed === null && itemId !== card);
    expect(standing.filter(({ id: itemId }) => itemId !== changed)).toEqual(
      before.filter(({ id: itemId }) => itemId !== changed),
    );
    expect(standing.find(({ id: itemId }) => itemId === changed)?.fields["soThat"]).toEqual(
      expect.objectContaining({ text: "I wait" }),
    );
    expect(await coverageOf(id)).toMatchObject({ needs: { notCovered: 2 } });
    expect(await one.undoes()).toBeNull();
    expect(one.refusal).toMatchObject({ code: "already-so" });
  });
});

describe("a file that cannot come in", () => {
  const broken: [what: string, file: string, says: RegExp][] = [
    [
      "a quotation mark that is not closed",
      `${headings}\nneed,,,"Report`,
      /A quotation mark is opened/,
    ],
    ["nothing", "", /The file is empty/],
    [
      "50,000 lines",
      [headings, ...Array.from({ length: 50_000 }, (_, at) => `need,,,Need ${at},,,,`)].join("\n"),
      /more than 10,000 rows/,
    ],
  ];
  for (const [what, file, says] of broken) {
    it(`says what to do about ${what}`, async () => {
      const id = await priya.makes("Repairs");
      const one = importOf(id);
      expect((await one.reads(file)).status).toBe(200);
      expect(JSON.stringify(one.refusal)).toMatch(says);
      expect([one.preview, one.view]).toEqual([null, null]);
    });
  }

  it("names what keeps a row or a link out, and brings the rest in", async () => {
    const id = await priya.makes("Repairs");
    const one = importOf(id);
    await one.reads(
      [headings, "requirement,S-1,,A form.,,U-9 fully,Narnia,", "need,,,,must,,,"].join("\n"),
    );
    expect(one.counts()).toEqual({ new: 1, out: 1 });
    expect(one.preview?.problems.map(({ where, what }) => `${where}: ${what}`)).toEqual([
      "Line 3: The text is missing. Write it, or leave the row out.",
      expect.stringMatching(/^Line 2: U-9 is neither in this file nor in the statement/),
    ]);
    expect(await one.applies()).toMatchObject({ added: 1, links: 0 });
  });

  it("is refused when it is larger than 10 MB, and asked for when the request has none", async () => {
    const id = await priya.makes("Repairs");
    const large = await importOf(id).reads("a".repeat(10 * 1024 * 1024 + 1));
    expect([large.status, large.body]).toMatchObject([413, { code: "too-large" }]);
    const none = await priya.post(`/api/statements/${id}/imports`, { file: fitting });
    expect([none.status, codeOf(none)]).toEqual([400, "bad-input"]);
  });
});

it("nobody brings in what they may not, or what another person chose", async () => {
  const id = await priya.makes("Repairs");
  const one = importOf(id);
  await one.reads(fitting);
  for (const role of ["reviewer", "reader"] as const) {
    const caller = await joinedBy(server, priya, id, role);
    const answer = await importOf(id, caller).reads(fitting);
    expect([answer.status, answer.body]).toMatchObject([403, { code: "not-allowed" }]);
  }
  const tom = await joinedBy(server, priya, id, "editor");
  const path = `/api/statements/${id}/imports/${one.importId}/apply`;
  const answer = await tom.post(path, { left: [], answers: {}, kinds: {} });
  expect([answer.status, codeOf(answer)]).toEqual([404, "not-found"]);
  const stranger = await importOf(id, server.visitor()).reads(fitting);
  expect([stranger.status, stranger.body]).toMatchObject([401, { code: "sign-in" }]);
  expect(await itemsOf(id)).toEqual([]);
});
