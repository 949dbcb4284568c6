/** The quiet line under a requirement: which needs it meets, or that it meets none and what to do about it. */
import { useState, type ReactNode } from "react";
import { itemHasWords } from "../../shared/items.ts";
import { useMay, useOfItem, useRecord } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { LinkList } from "./link-list.tsx";
import { NeedsNoNeedDialog } from "./settle-dialogs.tsx";
import { TakenDecision } from "./taken-decision.tsx";
import { useLinksOfRequirement } from "./use-links.ts";
import "./links-line.css";

interface RequirementLinksProps {
  readonly itemId: string;
  /** Begins a link of the whole requirement; not given where that cannot be done. */
  readonly onMeet?: (() => void) | undefined;
}

export function RequirementLinks({ itemId, onMeet }: RequirementLinksProps): ReactNode {
  const hasWords = useOfItem(itemId, (item) => item?.removed === null && itemHasWords(item));
  const links = useLinksOfRequirement(itemId);
  const needsNone = useRecord((record) => record.needsNone.get(itemId));
  const mayLink = useMay("link");
  const maySettle = useMay("settle");
  const [isAsking, setAsking] = useState(false);
  if (links.length > 0) {
    return (
      <p className="links-line">
        Meets <LinkList links={links} end="need" />
      </p>
    );
  }
  if (needsNone) {
    return (
      <TakenDecision
        words="Needs no need"
        decision={needsNone}
        undoLabel="It does need one"
        command="needs-a-need"
        args={{ requirementId: itemId }}
      />
    );
  }
  if (!hasWords) return null;
  const link = mayLink && onMeet ? onMeet : null;
  return (
    <>
      <p className="links-line">
        Meets no need
        {(link !== null || maySettle) && " · "}
        {link && (
          <Button look="plain" onClick={link}>
            link it
          </Button>
        )}
        {link !== null && maySettle && ", or "}
        {maySettle && (
          <Button look="plain" onClick={() => setAsking(true)}>
            say why it needs none
          </Button>
        )}
      </p>
      {isAsking && <NeedsNoNeedDialog itemId={itemId} onClose={() => setAsking(false)} />}
    </>
  );
}
