/** What came in from files before, each to be undone as one step. */
import type { ReactNode } from "react";
import { useRecord } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { inWords } from "../controls/in-words.ts";
import { Moment } from "../words/deed-line.tsx";
import { count } from "./counts-in-words.ts";

interface EarlierImportsProps {
  readonly onUndo: (importId: string, fileName: string) => void;
}

export function EarlierImports({ onUndo }: EarlierImportsProps): ReactNode {
  const imports = useRecord((record) => record.imports);
  const people = useRecord((record) => record.people);
  if (imports.size === 0) return null;
  return (
    <section className="import-part" aria-labelledby="import-earlier">
      <h2 id="import-earlier">What came in before</h2>
      <ul className="import-earlier">
        {[...imports.values()]
          .toReversed()
          .map(({ id, fileName, added, changed, canUndo, undone, ...deed }) => {
            const what = inWords(
              [count(added, "new item"), count(changed, "changed item")].filter(
                (words) => words !== "",
              ),
            );
            return (
              <li key={id}>
                <span>
                  <b>{fileName}</b>: {what === "" ? "links only" : what}, by{" "}
                  {people.get(deed.personId)?.name ?? "somebody"}, <Moment at={deed.at} />
                  {undone ? ". Undone." : ""}
                </span>
                {undone || !canUndo ? null : (
                  <Button onClick={() => onUndo(id, fileName)}>
                    Undo<span className="only-read-out"> bringing {fileName} in</span>
                  </Button>
                )}
              </li>
            );
          })}
      </ul>
    </section>
  );
}
