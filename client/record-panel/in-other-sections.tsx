/** Conversations about words that are not on the page, because another section is shown: the ways to them. */
import { useState, type ReactNode } from "react";
import type { Thread } from "../../shared/thread.ts";
import { Button } from "../controls/button.tsx";
import { ItemLink } from "../words/item-link.tsx";

/** How many are listed until somebody asks for more. */
const listed = 20;

export function InOtherSections({ threads }: { readonly threads: readonly Thread[] }): ReactNode {
  const [most, setMost] = useState(listed);
  if (threads.length === 0) return null;
  return (
    <details className="in-other-sections">
      <summary>In other sections ({threads.length.toLocaleString("en-GB")})</summary>
      <ul>
        {threads.slice(0, most).map(({ id, anchor, comments, meets }) => (
          <li key={id}>
            <ItemLink itemId={anchor.itemId} threadId={id} />{" "}
            {comments[0]?.text ?? meets?.because ?? ""}
          </li>
        ))}
      </ul>
      {threads.length > most && (
        <Button look="plain" onClick={() => setMost(most + 10 * listed)}>
          List more of them
        </Button>
      )}
    </details>
  );
}
