/** What no requirement meets, with help to find a requirement that does and that nobody has linked. */
import { useRef, type ReactNode } from "react";
import type { NeedCoverage } from "../../shared/coverage.ts";
import type { Priority } from "../../shared/item-kinds.ts";
import { useMay } from "../connection/hooks.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { LikelyLinks } from "./likely-links.tsx";
import { MetGroup } from "./met-group.tsx";
import { likelyAtOnce, useLikely } from "./use-likely.ts";

interface NotMetProps {
  readonly needs: readonly NeedCoverage[];
  readonly priorityWords: Readonly<Record<Priority, string>>;
  readonly hasRequirements: boolean;
}

export function NotMet({ needs, priorityWords, hasRequirements }: NotMetProps): ReactNode {
  const mayLink = useMay("link");
  const { likely, find, hide } = useLikely();
  // One button for both, so that the focus stays on it.
  const mainButton = useRef<HTMLButtonElement>(null);
  const rest = needs.filter(({ id }) => !likely?.has(id)).length;
  const findMore = (): void => {
    find(needs);
    announce("Requirements with words like theirs are shown under the needs.");
    if (rest <= likelyAtOnce) mainButton.current?.focus();
  };
  const action =
    mayLink && hasRequirements && needs.length > 0 ? (
      <div className="back-help" data-leave-out>
        {likely === null ? null : (
          <p>
            Under {rest === 0 ? "each need" : `the first ${needs.length - rest} needs`} are the
            requirements whose words are most like it. Read them, and say so where one meets it.
            Nothing is linked by itself.
          </p>
        )}
        <div className="back-buttons">
          <Button ref={mainButton} onClick={likely === null ? findMore : hide}>
            {likely === null
              ? "Find requirements that may meet them"
              : "Hide requirements that may meet them"}
          </Button>
          {likely === null || rest === 0 ? null : (
            <Button onClick={findMore}>Find them for more needs</Button>
          )}
        </div>
      </div>
    ) : null;
  return (
    <MetGroup
      met="notMet"
      needs={needs}
      priorityWords={priorityWords}
      action={action}
      renderBeneath={(need) => {
        const found = likely?.get(need.id);
        if (!mayLink || found === undefined) return null;
        return (
          <LikelyLinks needId={need.id} requirementIds={found} onLinked={focusNextOf(need.id)} />
        );
      }}
    />
  );
}

/** The need leaves the list with the button that was pressed: the focus goes to the one after it. */
function focusNextOf(needId: string): () => void {
  return () => {
    const entry = document.querySelector(`[data-need="${CSS.escape(needId)}"]`);
    const entries = [...document.querySelectorAll<HTMLElement>(".back-group-notMet .back-entry")];
    const at = entries.findIndex((one) => one === entry);
    const next = entries[at + 1] ?? entries[at - 1];
    (next ?? document.querySelector<HTMLElement>("h1"))?.focus();
  };
}
