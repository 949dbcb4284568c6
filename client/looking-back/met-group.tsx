/** The needs or outcomes that are met this far, under their priorities. */
import { useId, type ReactNode } from "react";
import type { NeedCoverage } from "../../shared/coverage.ts";
import type { Priority } from "../../shared/item-kinds.ts";
import type { Met } from "../../shared/looking-back.ts";
import { metWords } from "./met-words.ts";
import { NeedEntry } from "./need-entry.tsx";

interface MetGroupProps {
  readonly met: Met;
  /** Those that matter most first; the group is left out when there is none. */
  readonly needs: readonly NeedCoverage[];
  readonly priorityWords: Readonly<Record<Priority, string>>;
  /** Beside the head. */
  readonly action?: ReactNode;
  /** Under a need. */
  readonly renderBeneath?: (need: NeedCoverage) => ReactNode;
}

export function MetGroup({
  met,
  needs,
  priorityWords,
  action,
  renderBeneath,
}: MetGroupProps): ReactNode {
  const headingId = useId();
  if (needs.length === 0) return null;
  const byPriority = [...Map.groupBy(needs, ({ priority }) => priority)];
  const { heading, about } = metWords[met];
  return (
    <section className={`back-group back-group-${met}`} aria-labelledby={headingId}>
      <h3 id={headingId} tabIndex={-1}>
        {heading} ({needs.length})
      </h3>
      <p className="back-quiet">{about}</p>
      {action}
      {byPriority.map(([priority, those]) => (
        <div key={priority ?? ""} className="back-priority">
          {/* Outcomes have no priority, and then there is nothing to part. */}
          {priority === null && byPriority.length === 1 ? null : (
            <h4>
              {priority === null ? "No priority" : priorityWords[priority]} ({those.length})
            </h4>
          )}
          <ul className="back-list">
            {those.map((need) => (
              <NeedEntry key={need.id} need={need} isBrief={met === "fully"}>
                {renderBeneath?.(need)}
              </NeedEntry>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
