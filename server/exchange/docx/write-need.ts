/** A need as it is read: one sentence, "As a tenant, I need to report a leak so that it is stopped." */
import { Paragraph, type ParagraphChild, type Table } from "docx";
import type { Item } from "../../../shared/items.ts";
import { needLead } from "../../../shared/need-sentence.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { LaidField } from "../document/lay-out.ts";
import { wordBlocks, type WordLine } from "./word-blocks.ts";
import { textWidth } from "./word-styles.ts";
import { labelRun, readsRightToLeft, writePieces } from "./write-line.ts";
import { settingOf, type Body } from "./write-field.ts";
import { writeText } from "./write-text.ts";

const sentenceFields = ["asA", "iNeed", "soThat"] as const;
const labels = { asA: "As a: ", iNeed: "I need to: ", soThat: "So that: " } as const;

/** The sentence's fields; each by itself where one of them is more than a line. */
export function writeNeed(
  item: Item,
  fields: readonly LaidField[],
  body: Body,
  style: string,
): (Paragraph | Table)[] {
  const said = sentenceFields.flatMap((name) => {
    const field = fields.find((one) => one.name === name);
    return field ? [{ name, field, blocks: wordBlocks(field.text) }] : [];
  });
  if (said.length === 0) return [];
  const lines = said.map(({ blocks }) => (blocks.length === 1 ? blocks[0] : undefined));
  if (!lines.every(isPlainLine))
    return said.flatMap(({ name, field }) =>
      writeText(field.text, {
        ...settingOf(item, field.name, body),
        style,
        width: textWidth / 2,
        label: [labelRun(labels[name], true)],
      }),
    );
  const children: ParagraphChild[] = [];
  for (const [at, { name, field }] of said.entries()) {
    const { mark, ranges } = settingOf(item, field.name, body);
    const words = plainText(field.text);
    const lead = needLead(name, words);
    const isAfterWho = at > 0 && said[at - 1]?.name === "asA";
    const before = [isAfterWho ? ", " : at > 0 ? " " : "", lead === "" ? "" : `${lead} `].join("");
    const line = lines[at];
    if (before !== "") children.push(labelRun(at === 0 ? upperFirst(before) : before));
    const inserts = ranges
      .flatMap(({ from, to, start: opens, end: closes }) => [
        { at: from - (line?.start ?? 0), children: opens },
        { at: to - (line?.start ?? 0), children: closes },
      ])
      .toSorted((a, b) => a.at - b.at);
    children.push(...mark.start, ...writePieces(line?.pieces ?? [], inserts), ...mark.end);
  }
  const pieces = lines.flatMap((line) => line?.pieces ?? []);
  const bidirectional = readsRightToLeft(pieces) ? { bidirectional: true } : {};
  return [new Paragraph({ style, ...bidirectional, children })];
}

function isPlainLine(block: unknown): block is WordLine {
  return typeof block === "object" && block !== null && "list" in block && block.list === null;
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
