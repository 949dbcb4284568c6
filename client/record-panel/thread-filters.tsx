/** Which conversations to show: open ones, one's own, or those that are settled, with how many there are. */
import type { ReactNode } from "react";
import type { ThreadFilter } from "./threads-shown.ts";

interface ThreadFiltersProps {
  readonly filter: ThreadFilter;
  readonly counts: Readonly<Record<ThreadFilter, number>>;
  readonly onChange: (filter: ThreadFilter) => void;
}

const labels: readonly (readonly [ThreadFilter, string])[] = [
  ["open", "Open"],
  ["mine", "Mine"],
  ["closed", "Closed"],
];

export function ThreadFilters({ filter, counts, onChange }: ThreadFiltersProps): ReactNode {
  return (
    <div className="thread-filters">
      <h2>Conversations</h2>
      <div className="thread-filter-buttons">
        {labels.map(([value, label]) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === filter}
            onClick={() => onChange(value)}
          >
            {label} <span className="how-many">{counts[value]}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
