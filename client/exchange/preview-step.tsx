/** What a file would change, item by item: look through it, take or leave each, bring it in at once. */
import { useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import type { ImportChange, ImportChoices, ImportPreview } from "../../shared/import-changes.ts";
import type { ItemKind } from "../../shared/item-kinds.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { Checkbox } from "../controls/checkbox.tsx";
import { inWords } from "../controls/in-words.ts";
import { Notice } from "../controls/notice.tsx";
import { BulkChoices } from "./bulk-choices.tsx";
import { ChangeRow } from "./change-row.tsx";
import { count } from "./counts-in-words.ts";
import {
  answer,
  countChosen,
  kindOf,
  leave,
  noFilter,
  nothingChosen,
  sentChoices,
  shownChanges,
  type PreviewCounts,
  type PreviewFilter,
} from "./preview-choices.ts";
import { PreviewFilters } from "./preview-filters.tsx";
import { ProblemList } from "./problem-list.tsx";

interface PreviewStepProps {
  readonly preview: ImportPreview;
  readonly message: string;
  readonly onBringIn: (choices: ImportChoices) => void;
  /** Null when there are no columns to choose. */
  readonly onColumns: (() => void) | null;
  readonly onCancel: () => void;
}

/** Rows on one page of the list. */
const onPage = 100;

export function PreviewStep(props: PreviewStepProps): ReactNode {
  const { preview, message, onBringIn, onColumns, onCancel } = props;
  const { changes, links, problems, notices, suggestionCount } = preview;
  const [choices, setChoices] = useState(nothingChosen);
  const [filter, setFilter] = useState<PreviewFilter>(noFilter);
  const [page, setPage] = useState(0);
  const list = useRef<HTMLHeadingElement>(null);
  const counts = useMemo(() => countChosen(preview, choices), [preview, choices]);
  const shown = useMemo(() => shownChanges(changes, filter, choices), [changes, filter, choices]);
  const onLeave = useCallback(
    (change: ImportChange, isLeft: boolean) => setChoices((now) => leave(now, [change], isLeft)),
    [],
  );
  const onAnswer = useCallback(
    (change: ImportChange, itemId: string | null) =>
      setChoices((now) => answer(now, change.key, itemId)),
    [],
  );
  const onKind = useCallback(
    ({ key }: ImportChange, kind: ItemKind) =>
      setChoices((now) => ({ ...now, kinds: new Map(now.kinds).set(key, kind) })),
    [],
  );
  const filterBy = (next: PreviewFilter): void => {
    setFilter(next);
    setPage(0);
    const found = shownChanges(changes, next, choices).length;
    announce(found === 0 ? "No rows shown" : `${count(found, "row")} shown`);
  };
  const turnTo = (next: number): void => {
    setPage(next);
    list.current?.focus();
  };
  const pages = Math.max(1, Math.ceil(shown.length / onPage));
  const isAnything = counts.added + counts.changed + counts.links > 0 || suggestionCount > 0;
  return (
    <>
      <h2>What {preview.fileName} would change</h2>
      {message === "" ? null : <Notice look="danger">{message}</Notice>}
      <p className="import-counts">{sumOf(preview)}</p>
      {onColumns ? (
        <p>
          <Button look="plain" onClick={onColumns}>
            Choose the columns again
          </Button>
        </p>
      ) : null}
      {problems.length > 0 ? (
        <section className="import-part" aria-label="What cannot come in">
          <h3>{count(problems.length, "thing")} that cannot come in</h3>
          <ProblemList problems={problems} />
        </section>
      ) : null}
      {notices.length > 0 ? <ProblemList problems={notices} /> : null}
      {suggestionCount > 0 ? (
        <Checkbox
          id="import-suggestions"
          label={`Offer ${count(suggestionCount, "tracked change")} of the file as suggested wording`}
          checked={choices.withSuggestions}
          onChange={(withSuggestions) => setChoices({ ...choices, withSuggestions })}
        />
      ) : null}
      <PreviewFilters changes={changes} filter={filter} onChange={filterBy} />
      <BulkChoices changes={shown} choices={choices} onChange={setChoices} />
      <h3 ref={list} tabIndex={-1} className="import-list-heading">
        {shown.length === 0
          ? filter === noFilter
            ? "Nothing to decide"
            : "No rows like that"
          : pages === 1
            ? count(shown.length, "row")
            : `Rows ${(page * onPage + 1).toLocaleString("en-GB")} to ${Math.min(shown.length, (page + 1) * onPage).toLocaleString("en-GB")} of ${shown.length.toLocaleString("en-GB")}`}
      </h3>
      <ol className="import-changes">
        {shown.slice(page * onPage, (page + 1) * onPage).map((change) => (
          <ChangeRow
            key={change.key}
            change={change}
            isLeft={choices.left.has(change.key)}
            answer={choices.answers.get(change.key)}
            kind={kindOf(change, choices)}
            links={Object.hasOwn(links, change.key) ? (links[change.key] ?? 0) : 0}
            onLeave={onLeave}
            onAnswer={onAnswer}
            onKind={onKind}
          />
        ))}
      </ol>
      {pages > 1 ? (
        <nav className="import-buttons" aria-label="Rows">
          <Button busy={page === 0} onClick={() => turnTo(page - 1)}>
            Rows before
          </Button>
          <Button busy={page === pages - 1} onClick={() => turnTo(page + 1)}>
            Rows after
          </Button>
        </nav>
      ) : null}
      <div className="import-bar">
        <p>{chosenWords(counts)}</p>
        <p className="import-buttons">
          <Button look="main" busy={!isAnything} onClick={() => onBringIn(sentChoices(choices))}>
            {counts.open > 0 ? "Bring in what is answered" : "Bring it in"}
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
        </p>
      </div>
    </>
  );
}

function sumOf({ changes, linkCount, suggestionCount }: ImportPreview): string {
  const number = (state: ImportChange["state"]) =>
    changes.filter((change) => change.state === state).length;
  const parts = [
    count(number("new"), "new item"),
    count(number("changed"), "changed item"),
    count(linkCount, "new link"),
    count(suggestionCount, "tracked change"),
    number("ask") === 0 ? "" : `${number("ask").toLocaleString("en-GB")} to be asked`,
  ].filter((words) => words !== "");
  const same = count(number("same"), "item");
  if (same !== "" && parts.length > 0)
    parts.push(
      `${number("same").toLocaleString("en-GB")} that ${number("same") === 1 ? "says" : "say"} the same`,
    );
  const missing = number("missing");
  const more =
    missing === 0
      ? ""
      : ` ${count(missing, "item")} of the statement ${missing === 1 ? "is" : "are"} not in the file and ${missing === 1 ? "stays" : "stay"} as ${missing === 1 ? "it is" : "they are"}.`;
  if (parts.length > 0) return `${inWords(parts)}.${more}`;
  return same === ""
    ? "Nothing of it can come in."
    : `Nothing would change: ${same} of the statement ${number("same") === 1 ? "says" : "say"} the same.${more}`;
}

function chosenWords({ added, changed, links, open }: PreviewCounts): string {
  const parts = [
    count(added, "new item"),
    count(changed, "changed item"),
    count(links, "link"),
  ].filter((words) => words !== "");
  const comes =
    parts.length === 0 ? "Nothing chosen would change the statement." : `${inWords(parts)} chosen.`;
  return open === 0
    ? comes
    : `${comes} ${count(open, "row")} without an answer ${open === 1 ? "is" : "are"} left out.`;
}
