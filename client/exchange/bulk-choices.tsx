/** Takes, leaves, answers and sorts all rows that are shown at once. */
import { useState, type ReactNode } from "react";
import type { ImportChange } from "../../shared/import-changes.ts";
import { allKinds, itemKinds, type ItemKind } from "../../shared/item-kinds.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { count } from "./counts-in-words.ts";
import {
  answerAll,
  canBeTaken,
  isNew,
  leave,
  makeKind,
  type PreviewChoices,
} from "./preview-choices.ts";

interface BulkChoicesProps {
  /** Those that are shown, on this page of the list and on the others. */
  readonly changes: readonly ImportChange[];
  readonly choices: PreviewChoices;
  readonly onChange: (choices: PreviewChoices) => void;
}

export function BulkChoices({ changes, choices, onChange }: BulkChoicesProps): ReactNode {
  const [kind, setKind] = useState<ItemKind>("requirement");
  const taken = changes.filter(canBeTaken);
  const asked = changes.filter(({ state }) => state === "ask");
  const news = changes.filter((change) => isNew(change, choices) && change.kind !== "section");
  if (taken.length === 0) return null;
  const rows = count(taken.length, "row");
  const does = (next: PreviewChoices, said: string): void => {
    onChange(next);
    announce(said);
  };
  return (
    <fieldset className="import-bulk" aria-label={`All ${rows} shown`}>
      <Button onClick={() => does(leave(choices, changes, false), `${rows} taken`)}>
        Take all {taken.length.toLocaleString("en-GB")}
      </Button>
      <Button onClick={() => does(leave(choices, changes, true), `${rows} left out`)}>
        Leave all {taken.length.toLocaleString("en-GB")}
      </Button>
      {asked.length > 0 ? (
        <>
          <Button
            onClick={() =>
              does(answerAll(choices, asked, "likeliest"), `${count(asked.length, "row")} answered`)
            }
          >
            Each is the likeliest
          </Button>
          <Button
            onClick={() =>
              does(answerAll(choices, asked, "new"), `${count(asked.length, "row")} answered`)
            }
          >
            Each is new
          </Button>
        </>
      ) : null}
      {news.length > 0 ? (
        <span className="import-bulk-kind">
          <label htmlFor="import-bulk-kind">Make {count(news.length, "new item")}</label>
          <select
            id="import-bulk-kind"
            className="field-input"
            value={kind}
            onChange={({ target: { value } }) =>
              setKind(allKinds.find((one) => one === value) ?? kind)
            }
          >
            {allKinds.map((one) => (
              <option key={one} value={one}>
                {itemKinds[one].plural}
              </option>
            ))}
          </select>
          <Button
            onClick={() =>
              does(
                makeKind(choices, news, kind),
                `${count(news.length, "new item")} made ${itemKinds[kind].plural.toLowerCase()}`,
              )
            }
          >
            Change kind
          </Button>
        </span>
      ) : null}
    </fieldset>
  );
}
