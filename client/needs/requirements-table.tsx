/** Requirements that meet no need, or need none and why: each is asked what it is there for. */
import { memo, useCallback, useState, type ReactNode } from "react";
import type { RequirementCoverage } from "../../shared/coverage.ts";
import { defaultPriorityWords } from "../../shared/item-kinds.ts";
import { useItem, useMay, useSession } from "../connection/hooks.ts";
import { itemAddress } from "../connection/item-address.ts";
import { Button } from "../controls/button.tsx";
import { PlainLink } from "../controls/plain-link.tsx";
import { Tag } from "../controls/tag.tsx";
import { DecisionWords } from "./decision-words.tsx";
import { ItemLink, itemWords } from "../words/item-link.tsx";
import { RaisedBy } from "./raised-by.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { requirementStateWords } from "./state-words.ts";
import { TableFrame } from "./table-frame.tsx";
import { tableRoles } from "../controls/table-roles.ts";

interface Deciding {
  readonly requirementId: string;
  readonly words: string;
}

export function RequirementsTable({
  rows,
}: {
  readonly rows: readonly RequirementCoverage[];
}): ReactNode {
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const draw = useCallback(
    (requirement: RequirementCoverage) => (
      <RequirementRow
        key={requirement.id}
        requirement={requirement}
        onDecide={(words) => setDeciding({ requirementId: requirement.id, words })}
      />
    ),
    [],
  );
  return (
    <>
      <TableFrame
        label="Requirements that meet no need"
        headings={[
          "Requirement",
          "What the supplier must do",
          "Raised by",
          "State",
          "Why it is there",
        ]}
        rows={rows}
        draw={draw}
      />
      {deciding === null ? null : (
        <ReasonDialog
          title="This requirement needs no need"
          about={deciding.words}
          hint="For example the law or policy that asks for it. Everybody sees the reason."
          action="It needs none"
          command="needs-no-need"
          argsWith={(why) => ({ requirementId: deciding.requirementId, why })}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  );
}

interface RequirementRowProps {
  readonly requirement: RequirementCoverage;
  readonly onDecide: (words: string) => void;
}

const RequirementRow = memo(
  RequirementRowNow,
  (before, after) => before.requirement === after.requirement,
);

function RequirementRowNow({ requirement, onDecide }: RequirementRowProps): ReactNode {
  const { statementId } = useSession();
  const item = useItem(requirement.id);
  const mayLink = useMay("link");
  const maySettle = useMay("settle");
  const { label, look } = requirementStateWords[requirement.state];
  return (
    <tr {...tableRoles.row} data-row={requirement.id}>
      <th {...tableRoles.rowHead} className="cover-reference">
        <ItemLink itemId={requirement.id} />
        {requirement.priority === null ? null : (
          <span className={`cover-priority cover-priority-${requirement.priority}`}>
            {defaultPriorityWords[requirement.priority]}
          </span>
        )}
      </th>
      <td {...tableRoles.cell} className="cover-words">
        {item ? itemWords(item) : null}
      </td>
      <td {...tableRoles.cell} data-label="Raised by">
        <RaisedBy boroughIds={requirement.raisedBy} />
      </td>
      <td {...tableRoles.cell}>
        <Tag look={look}>{label}</Tag>
      </td>
      <td {...tableRoles.cell} className="cover-plain">
        {requirement.decision ? (
          <DecisionWords
            decision={requirement.decision}
            back={{
              command: "needs-a-need",
              args: { requirementId: requirement.id },
              label: "It needs one after all",
            }}
          />
        ) : (
          <div className="cover-actions">
            {mayLink ? (
              <PlainLink
                className="button button-plain"
                to={itemAddress(statementId, requirement.id)}
              >
                Link a need
              </PlainLink>
            ) : null}
            {maySettle ? (
              <Button look="plain" onClick={() => onDecide(item ? itemWords(item) : "")}>
                Needs none, because…
              </Button>
            ) : null}
          </div>
        )}
      </td>
    </tr>
  );
}
