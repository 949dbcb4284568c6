/** The quiet line under a need or outcome: which requirements meet it, with their words on demand, or that none does. */
import { useState, type ReactNode } from "react";
import { itemHasWords, type Item } from "../../shared/items.ts";
import { useItem, useMay, useOfItem, useRecord } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { itemName, itemSentence } from "../words/item-words.ts";
import { LinkList } from "./link-list.tsx";
import { LeaveOutDialog } from "./settle-dialogs.tsx";
import { TakenDecision } from "./taken-decision.tsx";
import { useLinksOfNeed, type Link } from "./use-links.ts";
import "./links-line.css";

interface NeedLinksProps {
  readonly itemId: string;
  /** Begins a requirement for this need; not given where that cannot be done. */
  readonly onWriteRequirement?: (() => void) | undefined;
}

export function NeedLinks({ itemId, onWriteRequirement }: NeedLinksProps): ReactNode {
  const kind = useOfItem(itemId, kindWithWords);
  const links = useLinksOfNeed(itemId);
  const leftOut = useRecord((record) => record.leftOut.get(itemId));
  if (leftOut) {
    return (
      <TakenDecision
        words="Left out on purpose"
        decision={leftOut}
        undoLabel="Put back"
        command="put-back-need"
        args={{ needId: itemId }}
      />
    );
  }
  if (links.length > 0) return <MetBy links={links} />;
  if (kind === null) return null;
  return <NotCovered itemId={itemId} kind={kind} onWriteRequirement={onWriteRequirement} />;
}

function kindWithWords(item: Item | undefined): Item["kind"] | null {
  return item?.removed === null && itemHasWords(item) ? item.kind : null;
}

function MetBy({ links }: { readonly links: readonly Link[] }): ReactNode {
  const [areWordsShown, setWordsShown] = useState(false);
  return (
    <div className="links-line">
      <p>
        Met by <LinkList links={links} end="requirement" />{" "}
        <Button
          look="plain"
          className="show-words"
          aria-expanded={areWordsShown}
          onClick={() => setWordsShown(!areWordsShown)}
        >
          {areWordsShown ? "Hide words" : "Show words"}
        </Button>
      </p>
      {areWordsShown && (
        <ul className="links-words">
          {links.map((link) => (
            <RequirementWords key={link.id} link={link} />
          ))}
        </ul>
      )}
    </div>
  );
}

function RequirementWords({ link: { anchor, meets } }: { readonly link: Link }): ReactNode {
  const requirement = useItem(anchor.itemId);
  const name = useRecord((record) => itemName(requirement, record, anchor.itemId));
  const words = anchor.words ? `“${anchor.words.quote}”` : requirement && itemSentence(requirement);
  return (
    <li>
      <b>{name}</b>, {meets.how}: {words}
      {meets.because !== "" && ` – because ${meets.because}`}
    </li>
  );
}

interface NotCoveredProps extends NeedLinksProps {
  readonly kind: string;
}

function NotCovered({ itemId, kind, onWriteRequirement }: NotCoveredProps): ReactNode {
  const mayWrite = useMay("write");
  const maySettle = useMay("settle");
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <p className="not-covered">
        Not covered: no requirement meets this {kind} yet.{" "}
        {mayWrite && onWriteRequirement && (
          <>
            <Button look="plain" onClick={onWriteRequirement}>
              Write one
            </Button>{" "}
          </>
        )}
        {maySettle && (
          <Button look="plain" onClick={() => setAsking(true)}>
            Leave it out on purpose
          </Button>
        )}
      </p>
      {isAsking && <LeaveOutDialog itemId={itemId} onClose={() => setAsking(false)} />}
    </>
  );
}
