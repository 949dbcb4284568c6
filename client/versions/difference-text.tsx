/**
 * A text with the words that were added and removed, block by block. Promises that it can be told without
 * colour: what went is struck through, what came is underlined, and both are said to a screen reader.
 */
import { Fragment, type ReactNode } from "react";
import type { DiffBlock, DiffList, DiffTable } from "../../shared/rich-difference.ts";
import type { Mark } from "../../shared/rich-text.ts";
import type { DiffRun } from "../../shared/run-difference.ts";
import { isLinkAddress } from "../../shared/link-address.ts";
import "../words/difference.css";
import "./difference-text.css";

interface DifferenceTextProps {
  readonly blocks: readonly DiffBlock[];
  /** All of it was added or removed, which is said once and not word by word. */
  readonly isWhole: boolean;
}

export function DifferenceText({ blocks, isWhole }: DifferenceTextProps): ReactNode {
  return (
    <div className="difference difference-text">
      <Blocks blocks={blocks} isWhole={isWhole} />
    </div>
  );
}

function Blocks({ blocks, isWhole }: DifferenceTextProps): ReactNode {
  return blocks.map((block, at) => {
    const key = at;
    switch (block.type) {
      case "paragraph":
        return (
          <p key={key}>
            <Runs runs={block.runs} isWhole={isWhole} />
          </p>
        );
      case "table":
        return <Rows key={key} table={block} isWhole={isWhole} />;
      default:
        return <Points key={key} list={block} isWhole={isWhole} />;
    }
  });
}

function Points({ list, isWhole }: { list: DiffList; isWhole: boolean }): ReactNode {
  const Tag = list.type === "bulletList" ? "ul" : "ol";
  return (
    <Tag>
      {list.items.map(({ blocks }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- what was compared stays as it is
        <li key={at}>
          <Blocks blocks={blocks} isWhole={isWhole} />
        </li>
      ))}
    </Tag>
  );
}

function Rows({ table, isWhole }: { table: DiffTable; isWhole: boolean }): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
    <section className="difference-table" aria-label="Table" tabIndex={0}>
      <table>
        <tbody>
          {table.rows.map(({ cells }, row) => (
            // oxlint-disable-next-line react/no-array-index-key -- what was compared stays as it is
            <tr key={row}>
              {cells.map(({ isHeader, colspan, rowspan, blocks }, column) => {
                const Cell = isHeader ? "th" : "td";
                return (
                  // oxlint-disable-next-line react/no-array-index-key -- what was compared stays as it is
                  <Cell key={column} colSpan={colspan} rowSpan={rowspan}>
                    <Blocks blocks={blocks} isWhole={isWhole} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RunsProps {
  readonly runs: readonly DiffRun[];
  readonly isWhole: boolean;
}

/** The words of one line. */
export function Runs({ runs, isWhole }: RunsProps): ReactNode {
  return runs.map((run, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- what was compared stays as it is
    <Fragment key={at}>
      <Words run={run} isWhole={isWhole} />
    </Fragment>
  ));
}

function Words({ run, isWhole }: { run: DiffRun; isWhole: boolean }): ReactNode {
  const words = <Marked text={run.text} marks={run.marks} />;
  switch (run.state) {
    case "same":
      return words;
    case "gone":
      return isWhole ? words : <Changed as="del" said="removed" words={words} />;
    case "new":
      return isWhole ? words : <Changed as="ins" said="added" words={words} />;
    case "restyled":
      return (
        <span className="difference-restyled">
          {words}
          <span className="difference-now"> ({nowWords(run.before, run.marks)})</span>
        </span>
      );
  }
}

interface ChangedProps {
  readonly as: "del" | "ins";
  readonly said: string;
  readonly words: ReactNode;
}

function Changed({ as: Tag, said, words }: ChangedProps): ReactNode {
  return (
    <Tag>
      <span className="only-read-out">{said}: </span>
      {words}
      <span className="only-read-out">, end of {said}, </span>
    </Tag>
  );
}

function Marked({ text, marks }: { text: string; marks: readonly Mark[] }): ReactNode {
  return marks.reduce<ReactNode>((words, { type, attrs }) => {
    const address = attrs?.["href"];
    if (type === "bold") return <strong>{words}</strong>;
    if (type === "italic") return <em>{words}</em>;
    if (typeof address === "string" && isLinkAddress(address))
      return (
        <a href={address} rel="noopener noreferrer" target="_blank">
          {words}
        </a>
      );
    return words;
  }, text);
}

/** "now bold", "no longer a link", "link was https://…". */
function nowWords(before: readonly Mark[], after: readonly Mark[]): string {
  const address = (marks: readonly Mark[]): string | undefined => {
    const href = marks.find(({ type }) => type === "link")?.attrs?.["href"];
    return typeof href === "string" ? href : undefined;
  };
  const [was, is] = [address(before), address(after)];
  const names = (marks: readonly Mark[]): string[] =>
    marks.flatMap(({ type }) => (type === "bold" || type === "italic" ? [type] : []));
  const [old, now] = [names(before), names(after)];
  const come = now.filter((name) => !old.includes(name));
  const gone = old.filter((name) => !now.includes(name));
  if (was === undefined && is !== undefined) come.push("a link");
  if (was !== undefined && is === undefined) gone.push("a link");
  return [
    come.length > 0 && `now ${come.join(" and ")}`,
    gone.length > 0 && `no longer ${gone.join(" or ")}`,
    was !== undefined && is !== undefined && was !== is && `link was ${was}`,
  ]
    .filter(Boolean)
    .join(", ");
}
