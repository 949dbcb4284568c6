/**
 * Reads a Word file to bring in, ours or anybody's. Promises never to throw for what is in it, to say
 * what was left out, and to change nothing: what it makes is a proposal.
 */
import { itemKinds } from "../../../shared/item-kinds.ts";
import type { ProposedFile } from "../../../shared/proposed-file.ts";
import type { Problem } from "../../../shared/refusal.ts";
import { paragraphsOf, type Block, type Paragraph } from "./blocks.ts";
import { readMark } from "./marks.ts";
import { isOurTable } from "./our-words.ts";
import { readBlocks } from "./read-blocks.ts";
import { readOurs } from "./read-ours.ts";
import { openWordFile, type WordComment, type WordFile } from "./read-package.ts";
import type { LeftOut } from "./read-runs.ts";
import { readTheirs } from "./read-theirs.ts";
import { propertyNames } from "./style-names.ts";

const nothing: ProposedFile = {
  format: "docx",
  title: "",
  items: [],
  links: [],
  suggestions: [],
  problems: [],
  notices: [],
};

/** As many as rows of a table may come in at a time. */
const mostItems = 10_000;
const tooMany: Problem = {
  where: "The file",
  what: "The document makes more than 10,000 items. Split it and bring in one part at a time.",
};

export async function readDocx(bytes: Uint8Array): Promise<ProposedFile> {
  const opened = await openWordFile(bytes);
  if (opened.state === "refused")
    return { ...nothing, problems: [{ where: "The file", what: opened.what }] };
  const { file } = opened;
  const { blocks, leftOut } = readBlocks(file, "accepted");
  const read = isOurs(file, blocks) ? fromOurs(file, leftOut) : fromTheirs(file, blocks, leftOut);
  if (read.items.length > mostItems) return { ...nothing, title: read.title, problems: [tooMany] };
  if (read.items.length > 0) return read;
  const what = "There are no words in this document that could come in. Choose another.";
  return { ...read, problems: [...read.problems, { where: "The file", what }] };
}

/** Its properties say so; where a program dropped these, the marks in its text or the tables that only we write. */
function isOurs({ properties }: WordFile, blocks: readonly Block[]): boolean {
  if (properties.has(propertyNames.statement)) return true;
  const isMarked = ({ pieces }: Paragraph): boolean =>
    pieces.some(({ bookmark }) => bookmark !== undefined && readMark(bookmark) !== null);
  return blocks.some((block) =>
    block.type === "table" && isOurTable(block) ? true : paragraphsOf(block).some(isMarked),
  );
}

function fromOurs(file: WordFile, leftOut: LeftOut): ProposedFile {
  const { title, items, suggestions, notices, commented } = readOurs(file);
  return {
    ...nothing,
    title: title === "" ? file.title : title,
    items,
    suggestions,
    notices: [
      ...notices,
      ...leftOutNotices(leftOut),
      ...macroNotices(file),
      ...commentNotices(file.comments, commented),
    ],
  };
}

function fromTheirs(file: WordFile, blocks: readonly Block[], leftOut: LeftOut): ProposedFile {
  const read = readTheirs(blocks);
  const notices: Problem[] = [];
  const note = (what: string): void => void notices.push({ where: "The file", what });
  if (read.guessedHeadings)
    note(
      "It has no headings made with Word’s heading styles. Short bold lines were taken as sections.",
    );
  if (read.deepHeadings > 0)
    note(
      `${counted(read.deepHeadings, "heading")} below the third level became sections of the third level.`,
    );
  if (read.answers > 0)
    note(
      `${counted(read.answers, "column")} for a supplier’s answers ${wasWere(read.answers)} left out.`,
    );
  if (leftOut.trackedChanges > 0)
    note("It has tracked changes. It was read as if all of them were accepted.");
  notices.push(
    ...read.doubled.map(({ where, reference }) => ({
      where,
      what: `${reference} is the reference of something above it too. Only the first keeps it.`,
    })),
    ...leftOutNotices(leftOut),
    ...macroNotices(file),
    ...commentNotices(file.comments, new Map()),
  );
  return {
    ...nothing,
    title: read.title === "" ? file.title : read.title,
    items: read.items.map((item) =>
      itemKinds[item.kind].referenceLetter ? item : { ...item, reference: "" },
    ),
    links: read.links,
    notices,
  };
}

function leftOutNotices(leftOut: LeftOut): Problem[] {
  const { images, hidden, textBoxes, footnotes, otherLinks, formulas } = leftOut;
  const said = [
    images > 0 && `${counted(images, "picture")} ${wasWere(images)} left out. Only words come in.`,
    hidden > 0 && "Words that are hidden in Word were left out.",
    textBoxes > 0 &&
      `The words of ${counted(textBoxes, "text box", "text boxes")} come after the paragraph that each hangs on.`,
    footnotes > 0 &&
      `${counted(footnotes, "footnote")} ${footnotes === 1 ? "comes" : "come"} as a paragraph after the words.`,
    otherLinks > 0 &&
      `${counted(otherLinks, "link")} that ${otherLinks === 1 ? "leads" : "lead"} to no page or email address ${wasWere(otherLinks)} left out. The words stay.`,
    formulas > 0 && `${counted(formulas, "formula")} came as plain letters. Check them.`,
  ];
  return said.flatMap((what) => (what === false ? [] : { where: "The file", what }));
}

function macroNotices({ hasMacros }: WordFile): Problem[] {
  if (!hasMacros) return [];
  return [{ where: "The file", what: "Its macros were left out. Only words come in." }];
}

/** As many as one would read; the file still has the others. */
const mostComments = 30;

function commentNotices(
  comments: readonly WordComment[],
  commented: ReadonlyMap<string, string>,
): Problem[] {
  const said = comments.filter(({ words }) => words !== "");
  const notices = said.slice(0, mostComments).map(({ id, by, words }) => ({
    where: commented.get(id) ?? "A comment",
    what: `${by === "" ? "Somebody" : by} comments in Word: “${words.length > 300 ? `${words.slice(0, 300)}…` : words}”. Comments do not come in. Say it on the page if it is new.`,
  }));
  const more = said.length - notices.length;
  if (more > 0)
    notices.push({
      where: "The file",
      what: `${counted(more, "more comment")} in the file did not come in.`,
    });
  return notices;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

function wasWere(count: number): string {
  return count === 1 ? "was" : "were";
}
