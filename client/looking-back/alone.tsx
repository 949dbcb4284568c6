/** Requirements that meet no need: nobody asked for them, or nobody has said who did. */
import { useId, type ReactNode } from "react";
import type { RequirementCoverage } from "../../shared/coverage.ts";
import type { Priority } from "../../shared/item-kinds.ts";
import { useItem } from "../connection/hooks.ts";
import { ItemLink, itemWords } from "../words/item-link.tsx";
import { DecisionLine } from "./need-entry.tsx";

interface AloneProps {
  readonly heading: string;
  readonly about: string;
  readonly requirements: readonly RequirementCoverage[];
  readonly priorityWords: Readonly<Record<Priority, string>>;
}

export function Alone({ heading, about, requirements, priorityWords }: AloneProps): ReactNode {
  const headingId = useId();
  if (requirements.length === 0) return null;
  return (
    <section className="back-group" aria-labelledby={headingId}>
      <h3 id={headingId}>
        {heading} ({requirements.length})
      </h3>
      <p className="back-quiet">{about}</p>
      <ul className="back-list">
        {requirements.map((requirement) => (
          <AloneEntry
            key={requirement.id}
            requirement={requirement}
            priority={requirement.priority === null ? "" : priorityWords[requirement.priority]}
          />
        ))}
      </ul>
    </section>
  );
}

interface AloneEntryProps {
  readonly requirement: RequirementCoverage;
  readonly priority: string;
}

function AloneEntry({ requirement, priority }: AloneEntryProps): ReactNode {
  const item = useItem(requirement.id);
  return (
    <li className="back-entry">
      <p className="back-words">
        <ItemLink itemId={requirement.id} /> {item ? itemWords(item) : ""}{" "}
        {priority === "" ? null : <span className="back-quiet">{priority}</span>}
      </p>
      {requirement.decision ? <DecisionLine decision={requirement.decision} /> : null}
    </li>
  );
}
