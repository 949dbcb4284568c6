/** One TipTap editor with the same words, a paragraph for each field, kept in step by `@y/websocket-server`. */
import type { Browser } from "playwright-core";
import * as Y from "yjs";
import { plainText } from "../../shared/plain-text.ts";
import { startChild } from "../child.ts";
import { dialectOf } from "../driver/dialects.ts";
import { aLargeStatement } from "../large-statement.ts";
import { readySchema } from "../servers/tell-ready.ts";
import { openLine } from "./line.ts";
import { openContext, sit, type Sitting } from "./sitting.ts";
import { Typists } from "./typists.ts";

export async function sitAtBarePage(
  browser: Browser,
  pagesUrl: string,
  size: number,
  people: number,
): Promise<Sitting> {
  const script = `${import.meta.dirname}/../servers/y-websocket-server.ts`;
  const server = startChild({ script, core: 0 });
  const { url } = await server.next(readySchema);
  const address = url.replace(/^http/, "ws");
  const ticket = { url: `${address}/statement`, headers: {} };
  const paragraphs = await fill(ticket, size);
  const page = await (await openContext(browser)).newPage();
  await page.goto(`${pagesUrl}/bare.html?server=${encodeURIComponent(address)}`);
  await page.locator("body[data-ready]").waitFor();
  const middle = Math.floor(paragraphs / 2);
  await page.locator(".ProseMirror > p").nth(middle).click();
  const typists = await Typists.open({
    dialect: "y-websocket",
    people: Array.from({ length: people }, (_, number) => ({
      ticket,
      // Half in view, around the one that is written in; half elsewhere.
      place: {
        paragraph:
          number % 2 === 0 ? middle + 1 + number / 2 : Math.floor((number * paragraphs) / people),
      },
    })),
    seed: size,
  });
  const name = `one TipTap editor with ${size.toLocaleString("en-GB")} items`;
  return sit(name, page, typists, () => server.stop());
}

/** @returns how many paragraphs there are */
async function fill(ticket: { url: string; headers: Record<string, string> }, size: number) {
  const doc = new Y.Doc();
  const line = await openLine(doc, ticket, dialectOf("y-websocket", "statement"));
  const words = aLargeStatement(size).items.flatMap(({ fields }) =>
    Object.values(fields).map(plainText),
  );
  const paragraphs = words.map((said) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(said)]);
    return paragraph;
  });
  doc.on("update", line.text);
  doc.getXmlFragment("default").insert(0, paragraphs);
  line.close();
  return paragraphs.length;
}
