/** Who else is in an item: initials in the borough's colour, and the whole name for everybody. */
import type { ReactNode } from "react";
import { usePeopleAt } from "../../connection/people-at-items.ts";

export function PeopleHere({ itemId }: { readonly itemId: string }): ReactNode {
  const people = usePeopleAt(itemId);
  if (people.length === 0) return null;
  return (
    <div className="people-here-place">
      <ul className="people-here" aria-label="Here now">
        {people.map(({ clientId, name, boroughName, colour, initials }) => (
          <li
            key={clientId}
            style={{ background: colour }}
            title={`${name}, ${boroughName} is here`}
          >
            <span aria-hidden="true">{initials}</span>
            <span className="only-read-out">{`${name}, ${boroughName} is here`}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
