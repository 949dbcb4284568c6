/** Requirements that may meet a need, each to be confirmed with one press. Nothing is linked by itself. */
import type { ReactNode } from "react";
import type { How } from "../../shared/thread.ts";
import { useItem, useRecord } from "../connection/hooks.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { ItemLink, itemWords } from "../words/item-link.tsx";
import { itemName } from "../words/item-words.ts";
import { useCommand } from "../words/use-command.ts";

interface LikelyLinksProps {
  readonly needId: string;
  /** The most alike first; empty when none is. */
  readonly requirementIds: readonly string[];
  /** The focus has to go on: the need leaves the list. */
  readonly onLinked: () => void;
}

export function LikelyLinks({ needId, requirementIds, onLinked }: LikelyLinksProps): ReactNode {
  if (requirementIds.length === 0)
    return (
      <p className="back-likely-none" data-leave-out>
        No requirement has words like it.
      </p>
    );
  return (
    <ul className="back-likely" data-leave-out>
      {requirementIds.map((id) => (
        <LikelyLink key={id} needId={needId} requirementId={id} onLinked={onLinked} />
      ))}
    </ul>
  );
}

interface LikelyLinkProps {
  readonly needId: string;
  readonly requirementId: string;
  readonly onLinked: () => void;
}

function LikelyLink({ needId, requirementId, onLinked }: LikelyLinkProps): ReactNode {
  const item = useItem(requirementId);
  const need = useItem(needId);
  const names = useRecord(
    (record) => `${itemName(need, record, needId)} by ${itemName(item, record, requirementId)}`,
  );
  const { isRunning, problem, run } = useCommand();
  const meet = async (how: How): Promise<void> => {
    const args = { anchor: { itemId: requirementId }, needId, how };
    if ((await run("meet-need", args)) === null) return;
    announce(`Linked: ${names} ${how}.`);
    onLinked();
  };
  if (!item || item.removed !== null) return null;
  return (
    <li>
      <p>
        <ItemLink itemId={requirementId} /> {itemWords(item)}
      </p>
      <p className="back-likely-buttons">
        <Button
          look="plain"
          busy={isRunning}
          aria-label={`Meets it fully: ${names}`}
          onClick={() => void meet("fully")}
        >
          Meets it fully
        </Button>
        <Button
          look="plain"
          busy={isRunning}
          aria-label={`Meets it partly: ${names}`}
          onClick={() => void meet("partly")}
        >
          Meets it partly
        </Button>
      </p>
      {problem === null ? null : (
        <p className="back-problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
