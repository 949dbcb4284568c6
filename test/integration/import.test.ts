/** Bringing CSV files in through the API: previewed first, then all of it or nothing. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { sendFile } from "./send-file.ts";
import { AServer, codeOf, joinedBy, type Answer, type Caller } from "./a-server.ts";

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

/** Priya sends a file, unless it is somebody else. */
function sends(
  statementId: string,
  file: string | Uint8Array<ArrayBuffer>,
  { apply = false, as = priya }: { readonly apply?: boolean; readonly as?: Caller } = {},
): Promise<Answer> {
  return sendFile(server, as, { statementId, file, apply });
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

const problemsAnswer = z.object({
  problems: z.array(z.object({ where: z.string(), what: z.string() })),
});

function problemsIn({ body }: Answer): string[] {
  return problemsAnswer.parse(body).problems.map(({ where, what }) => `${where}: ${what}`);
}

describe("a file that fits", () => {
  it("is previewed without changing anything", async () => {
    const id = await priya.makes("Repairs");
    const { status, body } = await sends(id, fitting);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      applied: false,
      sections: 3,
      outcomes: 1,
      needs: 3,
      requirements: 2,
      texts: 0,
      links: 2,
      problems: [],
      contents: [
        { title: "Reporting", isNew: true, needs: 3 },
        { title: "The service", isNew: true, requirements: 2 },
        { title: "Why", isNew: true, outcomes: 1 },
      ],
    });
    expect(body).toMatchObject({
      first: expect.arrayContaining([
        {
          line: 2,
          kind: "need",
          reference: "U-1",
          words: "As a tenant, I need to report a leak so that it is stopped",
          priority: "must",
          raisedBy: ["camden", "hackney"],
        },
      ]) as unknown,
    });
    expect(await itemsOf(id)).toEqual([]);
    expect((await priya.record(id)).map(({ type }) => type)).toEqual(["join"]);
  });

  it("comes in whole, with references, aliases and links that count", async () => {
    const id = await priya.makes("Repairs");
    const { status, body } = await sends(id, fitting, { apply: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ applied: true, needs: 3, requirements: 2, links: 2 });
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
      needs: { covered: 1, partly: 1, notCovered: 1, changed: 0, onlyRemoved: 0, leftOut: 0 },
      outcomes: { notCovered: 1 },
      requirements: { meetsANeed: 1, needsNone: 0, noNeed: 1 },
    });
  });

  it("is in the record once, before its references and links, in the name of who brought it in", async () => {
    const id = await priya.makes("Repairs");
    await sends(id, fitting, { apply: true });
    const entries = await priya.record(id);
    expect(entries.map(({ type }) => type)).toEqual([
      "join",
      "import",
      "give-references",
      "meet-need",
      "meet-need",
    ]);
    expect(entries[1]).toMatchObject({
      personId: await priya.personId(),
      facts: { counts: { sections: 3, outcomes: 1, needs: 3, requirements: 2, links: 2 } },
      words: { fileName: "ours.csv" },
    });
  });

  it("stays after the server was stopped and started again", async () => {
    const id = await priya.makes("Repairs");
    await sends(id, fitting, { apply: true });
    const before = await itemsOf(id);
    await server.restart();
    expect(await itemsOf(id)).toEqual(before);
    expect(await coverageOf(id)).toMatchObject({ needs: { covered: 1, partly: 1 } });
  });

  it("goes into a statement that has items, whose needs it may meet", async () => {
    const id = await priya.makes("Repairs");
    await sends(id, fitting, { apply: true });
    const more = [
      headings,
      "need,U-4,reporting,Report damp.,,,,",
      "requirement,S-3,Later,The supplier answers in Polish.,,N-3 fully; U-4 partly,,",
    ].join("\n");
    const { status, body } = await sends(id, more, { apply: true });
    expect([status, body]).toMatchObject([
      200,
      { sections: 1, needs: 1, requirements: 1, links: 2 },
    ]);
    const items = await itemsOf(id);
    expect(items.slice(3, 6).map(({ reference }) => reference)).toEqual(["N-3", "N-4", null]);
    expect(await coverageOf(id)).toMatchObject({ needs: { covered: 2, partly: 2, notCovered: 0 } });
  });

  it("cannot come in twice", async () => {
    const id = await priya.makes("Repairs");
    await sends(id, fitting, { apply: true });
    const before = await itemsOf(id);
    const again = await sends(id, fitting, { apply: true });
    expect([again.status, codeOf(again)]).toEqual([400, "bad-input"]);
    expect(problemsIn(again)[0]).toMatch(/^Line 2: U-1 is in the statement already, as N-1/);
    expect(await itemsOf(id)).toEqual(before);
  });
});

describe("a file that does not fit", () => {
  const broken: [what: string, file: string | Uint8Array<ArrayBuffer>, says: RegExp][] = [
    [
      "an unknown reference",
      `${headings}\nrequirement,,,A form.,,U-9 fully,,`,
      /^Line 2: U-9 is neither/,
    ],
    [
      "an unknown borough",
      `${headings}\nneed,,,Report a leak.,,,Narnia,`,
      /^Line 2: “Narnia” is not/,
    ],
    [
      "missing columns",
      "reference,section\nU-1,Reporting",
      /^Line 1: There is no column called kind and text/,
    ],
    [
      "a quotation mark that is not closed",
      `${headings}\nneed,,,"Report`,
      /^Line 2: A quotation mark is opened/,
    ],
    [
      "UTF-16",
      new Uint8Array(Buffer.from(`\uFEFF${fitting}`, "utf16le")),
      /^The file: The file is saved as UTF-16/,
    ],
    ["a workbook", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /^The file: This is a workbook/],
    ["nothing", "", /^The file: The file is empty/],
    [
      "50,000 lines",
      [headings, ...Array.from({ length: 50_000 }, (_, at) => `need,,,Need ${at},,,,`)].join("\n"),
      /^The file: There are more than 2,000 rows/,
    ],
  ];

  for (const [what, file, says] of broken) {
    it(`says what to do about ${what}, and brings nothing in`, async () => {
      const id = await priya.makes("Repairs");
      const preview = await sends(id, file);
      expect(preview.status).toBe(200);
      expect(problemsIn(preview)[0]).toMatch(says);
      const applied = await sends(id, file, { apply: true });
      expect([applied.status, codeOf(applied)]).toEqual([400, "bad-input"]);
      expect(problemsIn(applied)).toEqual(problemsIn(preview));
      expect(await itemsOf(id)).toEqual([]);
      expect((await priya.record(id)).map(({ type }) => type)).toEqual(["join"]);
    });
  }

  it("is refused when it is larger than 10 MB", async () => {
    const id = await priya.makes("Repairs");
    const answer = await sends(id, "a".repeat(10 * 1024 * 1024 + 1));
    expect([answer.status, codeOf(answer)]).toEqual([413, "too-large"]);
  });

  it("is asked for when the request has none", async () => {
    const id = await priya.makes("Repairs");
    const answer = await priya.post(`/api/statements/${id}/import`, { file: fitting });
    expect([answer.status, codeOf(answer)]).toEqual([400, "bad-input"]);
  });
});

describe("people who may not write", () => {
  it("bring nothing in", async () => {
    const id = await priya.makes("Repairs");
    for (const role of ["reviewer", "reader"] as const) {
      const caller = await joinedBy(server, priya, id, role);
      for (const apply of [false, true]) {
        const answer = await sends(id, fitting, { apply, as: caller });
        expect([answer.status, codeOf(answer)]).toEqual([403, "not-allowed"]);
      }
    }
    const stranger = await sends(id, fitting, { as: server.visitor() });
    expect([stranger.status, codeOf(stranger)]).toEqual([401, "sign-in"]);
    expect(await itemsOf(id)).toEqual([]);
  });
});
