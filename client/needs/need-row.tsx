/** One need or outcome and how it stands. Renders again only when it, or how it stands, changes. */
import { memo, type ReactNode } from "react";
import type { NeedCoverage } from "../../shared/coverage.ts";
import { defaultPriorityWords } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { bringsItsOwnLead, needLead } from "../../shared/need-sentence.ts";
import { plainText } from "../../shared/plain-text.ts";
import { useItem, useMay } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { Tag } from "../controls/tag.tsx";
import { DecisionWords } from "./decision-words.tsx";
import { ItemLink, itemWords } from "../words/item-link.tsx";
import { LinkList } from "./link-list.tsx";
import { RaisedBy } from "./raised-by.tsx";
import { needStateWords } from "./state-words.ts";
import { tableRoles } from "../controls/table-roles.ts";

interface NeedRowProps {
  readonly need: NeedCoverage;
  readonly onWrite?: ((needId: string) => void) | undefined;
  readonly onLeaveOut: (words: string) => void;
}

export const NeedRow = memo(
  NeedRowNow,
  (before, after) => before.need === after.need && before.onWrite === after.onWrite,
);

function NeedRowNow({ need, onWrite, onLeaveOut }: NeedRowProps): ReactNode {
  const item = useItem(need.id);
  const { label, look } = needStateWords[need.state];
  return (
    <tr {...tableRoles.row} data-row={need.id}>
      <th {...tableRoles.rowHead} className="cover-reference">
        <ItemLink itemId={need.id} />
        {need.priority === null ? null : (
          <span className={`cover-priority cover-priority-${need.priority}`}>
            {defaultPriorityWords[need.priority]}
          </span>
        )}
      </th>
      <td {...tableRoles.cell} className="cover-words">
        {item ? <NeedWords item={item} /> : null}
      </td>
      <td {...tableRoles.cell} data-label="Raised by">
        <RaisedBy boroughIds={need.raisedBy} />
      </td>
      <td {...tableRoles.cell} className={`cover-state-${need.state}`}>
        <Tag look={look}>{label}</Tag>
      </td>
      <td
        {...tableRoles.cell}
        data-label="Met by"
        className={need.links.length === 0 ? "cover-plain" : undefined}
      >
        {need.decision ? (
          <DecisionWords
            decision={need.decision}
            back={{ command: "put-back-need", args: { needId: need.id }, label: "Put it back" }}
          />
        ) : null}
        {need.links.length > 0 ? <LinkList links={need.links} end="requirementId" /> : null}
        {need.state === "notCovered" || need.state === "onlyRemoved" ? (
          <Actions
            needId={need.id}
            onWrite={onWrite}
            onLeaveOut={() => onLeaveOut(item ? itemWords(item) : "")}
          />
        ) : null}
      </td>
    </tr>
  );
}

/** What a person needs, with who and why in a quieter voice. */
function NeedWords({ item }: { readonly item: Item }): ReactNode {
  if (item.kind !== "need") return itemWords(item);
  const iNeed = wordsOf(item, "iNeed");
  const asA = wordsOf(item, "asA");
  const soThat = wordsOf(item, "soThat");
  return (
    <>
      <span className="cover-need">{iNeed || itemWords(item)}</span>
      {bringsItsOwnLead(iNeed) && asA === "" ? null : (
        <span className="cover-need-rest">
          {[said("asA", asA), said("soThat", soThat)].filter(Boolean).join(", ")}
        </span>
      )}
    </>
  );
}

/** A part with the words before it, as in the sentence. */
function said(field: "asA" | "soThat", words: string): string {
  return words === "" ? "" : `${needLead(field, words)} ${words}`;
}

function wordsOf(item: Item, field: string): string {
  const text = item.fields[field];
  return text ? plainText(text).trim() : "";
}

function Actions({
  needId,
  onWrite,
  onLeaveOut,
}: {
  readonly needId: string;
  readonly onWrite?: ((needId: string) => void) | undefined;
  readonly onLeaveOut: () => void;
}): ReactNode {
  const maySettle = useMay("settle");
  return (
    <div className="cover-actions">
      {onWrite ? (
        <Button look="plain" onClick={() => onWrite(needId)}>
          Write a requirement
        </Button>
      ) : null}
      {maySettle ? (
        <Button look="plain" onClick={onLeaveOut}>
          Leave out, because…
        </Button>
      ) : null}
    </div>
  );
}
