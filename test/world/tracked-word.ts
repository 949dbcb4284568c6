/**
 * Reads a Word file with tracked changes as Word does, with all of them accepted or rejected: a reader of
 * its own, which shares nothing with what writes such files. Promises the words of every paragraph with
 * its style and place in lists and tables, in order; a contents list, which Word makes anew, is left out.
 */
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";

export type Answer = "accept" | "reject";

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: (Tag | string)[];
}

/** One line a paragraph; the cells of a row in one line, parted by `|`. */
export function linesAfter(file: Uint8Array, answer: Answer): string[] {
  const parts = unzipSync(file);
  const text = (path: string): string => new TextDecoder().decode(parts[path]);
  const links = new Map(
    parts["word/_rels/document.xml.rels"]
      ? tagsIn(read(text("word/_rels/document.xml.rels"))).map(({ attributes }) => [
          attributes["Id"] ?? "",
          attributes["Target"] ?? "",
        ])
      : [],
  );
  const body = tagsIn(read(text("word/document.xml")), "w:body")[0];
  return body ? blockLines(body, { taken: takenOut[answer], answer, links }) : [];
}

/** Who is said to have made the changes, each once. */
export function authorsIn(file: Uint8Array): string[] {
  const xml = new TextDecoder().decode(unzipSync(file)["word/document.xml"]);
  const authors = Array.from(xml.matchAll(/ w:author="([^"]*)"/g), ([, author = ""]) => author);
  return [...new Set(authors)].toSorted();
}

/** What goes when the changes are answered so. */
const takenOut = { accept: "w:del", reject: "w:ins" } as const;

interface Reading {
  readonly taken: "w:del" | "w:ins";
  readonly answer: Answer;
  readonly links: ReadonlyMap<string, string>;
}

function blockLines(holder: Tag, reading: Reading): string[] {
  const lines: string[] = [];
  /** Words of a paragraph whose end is gone: they belong to the next one, where there is one. */
  let joined: string | null = null;
  for (const block of tagsIn(holder)) {
    if (block.name === "w:p") {
      const properties = tagsIn(block, "w:pPr")[0];
      const words: string = (joined ?? "") + wordsOf(block, reading);
      const mark = properties && tagsIn(properties, "w:rPr")[0];
      joined = mark && tagsIn(mark, reading.taken).length > 0 ? words : null;
      if (joined === null) lines.push(`${styleOf(properties, reading)}${words}`);
    } else if (block.name === "w:tbl") {
      const rows = rowLines(block, reading);
      // Nothing is left of one without words before a table; words would stay.
      if (joined !== null && joined !== "" && rows.length > 0) lines.push(joined);
      if (rows.length > 0) joined = null;
      lines.push(...rows);
    }
  }
  // A cell and the text end with a paragraph, come what may.
  return joined === null ? lines : [...lines, joined];
}

function rowLines(table: Tag, reading: Reading): string[] {
  return tagsIn(table, "w:tr").flatMap((row) => {
    const properties = tagsIn(row, "w:trPr")[0];
    if (properties && tagsIn(properties, reading.taken).length > 0) return [];
    const cells = tagsIn(row, "w:tc").map((cell) => blockLines(cell, reading).join(" / "));
    return [`| ${cells.join(" | ")}`];
  });
}

function styleOf(properties: Tag | undefined, { answer }: Reading): string {
  const change = properties && tagsIn(properties, "w:pPrChange")[0];
  const then = answer === "reject" && change ? tagsIn(change, "w:pPr")[0] : properties;
  const style = then && tagsIn(then, "w:pStyle")[0]?.attributes["w:val"];
  const list = then && tagsIn(then, "w:numPr")[0];
  const level = list && tagsIn(list, "w:ilvl")[0]?.attributes["w:val"];
  return `${style ? `${style}: ` : ""}${level === undefined ? "" : `list ${level}: `}`;
}

function wordsOf(holder: Tag, reading: Reading): string {
  return holder.inside
    .map((tag): string => {
      if (typeof tag === "string" || tag.name === reading.taken) return "";
      switch (tag.name) {
        case "w:ins":
        case "w:del":
          return wordsOf(tag, reading);
        case "w:hyperlink": {
          const words = wordsOf(tag, reading);
          const { "r:id": id = "", "w:anchor": anchor = "" } = tag.attributes;
          return words && `[${words}](${reading.links.get(id) ?? anchor})`;
        }
        case "w:r":
          return runWords(tag);
        default:
          return "";
      }
    })
    .join("")
    .replace(/\]\([^)]*\)\[/g, (seam, at: number, all: string) => {
      // A link that was cut where a change begins or ends is still one link.
      const address = seam.slice(2, -2);
      return all.slice(at + seam.length).includes(`](${address})`) ? "" : seam;
    });
}

function runWords(run: Tag): string {
  const look = tagsIn(run, "w:rPr")[0];
  const looks = (look ? tagsIn(look) : []).map(({ name }) => name.slice(2));
  return tagsIn(run)
    .map((tag) => {
      switch (tag.name) {
        case "w:t":
        case "w:delText":
          // Letter by letter, so that it does not matter where runs are cut.
          return Array.from(lettersIn(tag), (letter) => styled(letter, looks)).join("");
        case "w:tab":
          return "\t";
        case "w:br":
          return "\u21b5";
        default:
          return "";
      }
    })
    .join("");
}

function lettersIn(tag: Tag): string {
  return tag.inside.filter((inside) => typeof inside === "string").join("");
}

function styled(letter: string, looks: readonly string[]): string {
  const isBold = looks.includes("b");
  const isItalic = looks.includes("i");
  return isBold || isItalic ? `${isBold ? "*" : ""}${isItalic ? "_" : ""}${letter}` : letter;
}

function tagsIn(tag: Tag, name?: string): Tag[] {
  return tag.inside.filter(
    (inside): inside is Tag =>
      typeof inside !== "string" && (name === undefined || inside.name === name),
  );
}

function read(xml: string): Tag {
  const top: Tag = { name: "", attributes: {}, inside: [] };
  const open = [top];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const tag: Tag = { name, attributes: attributes, inside: [] };
    open.at(-1)?.inside.push(tag);
    open.push(tag);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", (text) => void open.at(-1)?.inside.push(text));
  parser.write(xml).close();
  const [root] = tagsIn(top);
  if (!root) throw new Error("There is no XML.");
  return root;
}
