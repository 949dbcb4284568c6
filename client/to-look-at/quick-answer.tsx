/** One press for what is most likely: "Still agree" after the words changed, or what a colleague proposes. */
import type { ReactNode } from "react";
import type { Item } from "../../shared/items.ts";
import { stanceWords, type Position } from "../../shared/position.ts";
import type { WhyItem } from "../../shared/to-look-at.ts";
import { fingerprintOf } from "../../shared/seen.ts";
import { useMe, useRecord } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { Refused } from "../words/refused.tsx";
import { useCommand } from "../words/use-command.ts";
import { whoWords } from "../words/who-words.ts";

interface QuickAnswerProps {
  /** As the person has read it. */
  readonly item: Item;
  readonly why: WhyItem;
  readonly position: Position | undefined;
  readonly proposal: Position | undefined;
  readonly onTextChanged: () => void;
  readonly onDone: (words: string) => void;
}

export function QuickAnswer(props: QuickAnswerProps): ReactNode {
  const { item, why, position, proposal, onTextChanged, onDone } = props;
  const { boroughId, boroughName } = useMe();
  const who = useRecord((record) => (proposal ? whoWords(proposal, record) : ""));
  const { run, isRunning, problem } = useCommand((code) => {
    if (code === "text-changed") onTextChanged();
  });
  const seen = fingerprintOf(item, boroughId);
  const renew = async (still: Position): Promise<void> => {
    const items = [{ itemId: item.id, seen }];
    const { says } = stanceWords[still.stance];
    if (await run("renew-positions", { items })) onDone(`${boroughName} still ${says}`);
  };
  const take = async ({ stance, words, priority }: Position): Promise<void> => {
    if (await run("take-position", { itemId: item.id, stance, words, priority, seen }))
      onDone(`${boroughName} ${stanceWords[stance].says}`);
  };
  return (
    <>
      <Refused problem={problem} />
      {why === "changed" && position && (
        <Button look="main" busy={isRunning} onClick={() => void renew(position)}>
          {stanceWords[position.stance].still}
        </Button>
      )}
      {why === "proposed" && proposal && (
        <div className="look-proposal">
          <p>
            {who} proposes: {boroughName} {stanceWords[proposal.stance].says}
            {proposal.words === "" ? "." : `: ${proposal.words}`}
          </p>
          <Button look="main" busy={isRunning} onClick={() => void take(proposal)}>
            Say this for {boroughName}
          </Button>
        </div>
      )}
    </>
  );
}
