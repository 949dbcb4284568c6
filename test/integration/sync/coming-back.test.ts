/** A page that comes back over a real socket with words that were never saved. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { addItem, fragmentOf } from "../../../shared/items.ts";
import { AServer } from "../a-server.ts";
import { eventually } from "./eventually.ts";
import { LivePage } from "./live-page.ts";

test("what is typed before a page that came back could send its unsaved words is kept with them", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const statementId = await ada.makes("Repairs");
  const where = { url: server.url, statementId, cookie: ada.cookie };
  const page = new LivePage(where);
  await eventually(() => expect(page.isSynced).toBe(true));
  page.provider.disconnect();
  page.doc.transact(() => addItem(page.doc, { id: "r1", kind: "requirement", order: "a1V" }));
  // The moment the socket is open, before the server has asked for what it lacks.
  page.provider.on("status", ({ status }: { status: string }) => {
    if (status === "connected") textOf(page.doc).insert(0, "at once");
  });
  page.provider.connect();
  await eventually(() => {
    expect(page.isSynced).toBe(true);
    expect(page.savedChanges).toBe(page.changes);
  });
  expect(page.closed).toBeNull();
  const other = new LivePage(where);
  await eventually(() => expect(textOf(other.doc).toString()).toBe("at once"));
  for (const one of [page, other]) one.end();
});

function textOf(doc: Y.Doc): Y.XmlText {
  const paragraph = fragmentOf(doc, "r1", "statement")?.get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("no words here");
  return text;
}
