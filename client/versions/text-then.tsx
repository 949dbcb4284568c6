/** The whole text of a version as it was, item by item; what was not taken forward stands at the end. */
import { useMemo, type ReactNode } from "react";
import type { Item } from "../../shared/items.ts";
import { useRecord } from "../connection/hooks.ts";
import type { VersionText } from "../connection/versions-api.ts";
import { ItemThen } from "./item-then.tsx";
import { peopleIn } from "./people-in.ts";

interface TextThenProps {
  readonly number: number;
  readonly text: VersionText;
}

export function TextThen({ number, text }: TextThenProps): ReactNode {
  const people = useRecord(peopleIn);
  const parts = useMemo(
    () => Object.groupBy(text.items, ({ removed }) => (removed ? "removed" : "standing")),
    [text],
  );
  const { standing = [], removed = [] } = parts;
  const draw = (item: Item): ReactNode => (
    <ItemThen key={item.id} number={number} item={item} text={text} people={people} />
  );
  return (
    <>
      <section className="text-then" aria-label={`${text.title}, as it was in version ${number}`}>
        <p className="text-then-title">{text.title}</p>
        {standing.length === 0 ? <p>There was no text yet.</p> : standing.map(draw)}
      </section>
      {removed.length > 0 && (
        <details className="text-then-removed">
          <summary>
            {removed.length === 1
              ? "1 item was not taken forward"
              : `${removed.length} items were not taken forward`}
          </summary>
          <section className="text-then" aria-label="Not taken forward">
            {removed.map(draw)}
          </section>
        </details>
      )}
    </>
  );
}
