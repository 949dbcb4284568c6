/** What is wrong with a file, each with its line and what to do. */
import type { ReactNode } from "react";
import type { Problem } from "../../shared/refusal.ts";

/** As many as somebody puts right in one go. */
const shown = 50;

export function ProblemList({ problems }: { readonly problems: readonly Problem[] }): ReactNode {
  const more = problems.length - shown;
  return (
    <>
      <dl className="import-problems">
        {problems.slice(0, shown).map(({ where, what }) => (
          <div key={`${where} ${what}`}>
            <dt>{where}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      {more > 0 ? <p>And {more.toLocaleString("en-GB")} more.</p> : null}
    </>
  );
}
