/** A table that scrolls in its own place when it is wider than the page, and stacks its rows in a narrow window. */
import type { ReactNode } from "react";

interface TableFrameProps {
  readonly label: string;
  readonly headings: readonly string[];
  readonly children: ReactNode;
}

/** How many rows a table begins with: more than a window shows. */
export const rowsAtOnce = 40;

export function TableFrame({ label, headings, children }: TableFrameProps): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reachable by keyboard
    <section className="cover-scroll" aria-label={label} tabIndex={0}>
      <table className="cover-table">
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
