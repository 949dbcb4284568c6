/** What a link says: which need the words meet, who says so and why, and what changed since. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { linkChanges, linkHolds } from "../../shared/changed-since.ts";
import type { Meets, Thread } from "../../shared/thread.ts";
import { fingerprint, seenOf } from "../../shared/seen.ts";
import { useItem, useMay, useRecord } from "../connection/hooks.ts";
import { itemElementId } from "../connection/item-address.ts";
import { Button } from "../controls/button.tsx";
import { ChangedWords } from "../words/changed-words.tsx";
import { DeedLine } from "../words/deed-line.tsx";
import { itemName, itemSentence } from "../words/item-words.ts";
import { Refused } from "../words/refused.tsx";
import { useCommand } from "../words/use-command.ts";

interface LinkBodyProps {
  readonly thread: Thread;
  readonly meets: Meets;
  readonly isOpen: boolean;
  /** A button that was here is done with. */
  readonly onActed: () => void;
}

export function LinkBody({ thread, meets, isOpen, onActed }: LinkBodyProps): ReactNode {
  const need = useItem(meets.needId);
  const needName = useRecord((record) => itemName(need, record, meets.needId));
  return (
    <>
      {need && (
        <p className="need-sentence">
          {itemSentence(need)}{" "}
          {isOpen && <Link to={`#${itemElementId(need.id)}`}>Go to {needName}</Link>}
        </p>
      )}
      <div className="comment">
        <DeedLine deed={thread.started} />
        {meets.because !== "" && <p className="said">{meets.because}</p>}
      </div>
      {isOpen && meets.confirmed.number !== thread.started.number && !meets.withdrawn && (
        <div className="comment">
          <DeedLine deed={meets.confirmed} />
          <p className="quiet">said that it still holds</p>
        </div>
      )}
      {meets.withdrawn ? (
        <div className="comment">
          <DeedLine deed={meets.withdrawn} />
          <p className="quiet">took the link back</p>
          <p className="said">{meets.withdrawn.why}</p>
        </div>
      ) : (
        <ChangedSince thread={thread} meets={meets} isOpen={isOpen} onActed={onActed} />
      )}
    </>
  );
}

/** Shown while requirement or need say something else than when the link was last said to hold. */
function ChangedSince({ thread, meets, isOpen, onActed }: LinkBodyProps): ReactNode {
  const requirement = useItem(thread.anchor.itemId);
  const need = useItem(meets.needId);
  const mayLink = useMay("link");
  const requirementName = useRecord((record) =>
    itemName(requirement, record, thread.anchor.itemId),
  );
  const needName = useRecord((record) => itemName(need, record, meets.needId));
  const { run, isRunning, problem } = useCommand();
  if (linkHolds(meets, requirement, need)) return null;
  const changes = linkChanges(meets, requirement, need);
  if (!isOpen) return <p className="changed-note">Wording changed since it was linked</p>;
  return (
    <div className="changed-since">
      <p className="changed-note">Wording changed since it was linked</p>
      <ChangedWords
        items={[
          { name: requirementName, changes: changes.requirement },
          { name: needName, changes: changes.need },
        ]}
      />
      <Refused problem={problem} />
      {mayLink && requirement && need && (
        <Button
          look="main"
          busy={isRunning}
          onClick={() =>
            void run("confirm", {
              threadId: thread.id,
              seen: fingerprint(seenOf(requirement), seenOf(need)),
            }).then(onActed)
          }
        >
          Still holds
        </Button>
      )}
    </div>
  );
}
