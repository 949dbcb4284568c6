/** What the own borough says about an item, and saying it: or proposing it, for who does not agree for the borough. */
import { useRef, type ReactNode } from "react";
import { can } from "../../shared/access.ts";
import type { Item } from "../../shared/items.ts";
import { membersIn } from "../../shared/members.ts";
import { stanceWords, type Position } from "../../shared/position.ts";
import { positionState } from "../../shared/position-state.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { fingerprintOf } from "../../shared/seen.ts";
import { useMay, useMe, useRecord } from "../connection/hooks.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { inWords } from "../controls/in-words.ts";
import { Refused } from "../words/refused.tsx";
import { SayPosition } from "../words/say-position.tsx";
import { useCommand } from "../words/use-command.ts";
import { BoroughPosition, Proposed } from "./borough-position.tsx";
import { usePositions, useProposals } from "./use-positions.ts";

interface OwnPositionProps {
  readonly item: Item;
  /** As the person has read it. */
  readonly read: Item;
  /** "R-9". */
  readonly name: string;
  /** What the person has read is no longer what the item says. */
  readonly onTextChanged: () => void;
}

export function OwnPosition({ item, read, name, onTextChanged }: OwnPositionProps): ReactNode {
  const me = useMe();
  const mayTake = useMay("take-position");
  const mayPropose = useMay("propose-position");
  const position = usePositions(item.id)?.get(me.boroughId);
  const proposal = useProposals(item.id)?.get(me.boroughId);
  const heading = useRef<HTMLHeadingElement>(null);
  const borough = { id: me.boroughId, name: me.boroughName };
  const said = (words: string): void => {
    announce(words);
    heading.current?.focus();
  };
  const maySay = (mayTake || mayPropose) && !item.removed;
  return (
    <section className="positions-part own-position">
      <h3 ref={heading} tabIndex={-1}>
        Your borough
      </h3>
      <BoroughPosition item={item} name={name} borough={borough} position={position} />
      {position && mayTake && (
        <Standing {...{ item, read, position, onTextChanged }} onDone={said} />
      )}
      {proposal && (
        <div className="own-proposal">
          <Proposed item={item} name={name} borough={borough} proposal={proposal} />
          <AnswerProposal {...{ item, read, proposal, onTextChanged }} onDone={said} />
        </div>
      )}
      {maySay && !mayTake && <WhoAgrees />}
      {maySay && (
        <SayPosition
          item={read}
          name={name}
          standing={mayTake ? position : proposal}
          onTextChanged={onTextChanged}
          onSaid={(stance) => {
            const says = `${me.boroughName} ${stanceWords[stance].says}`;
            said(mayTake ? says : `Proposed: ${says}`);
          }}
        />
      )}
    </section>
  );
}

interface ActProps {
  readonly item: Item;
  readonly read: Item;
  readonly onTextChanged: () => void;
  /** With what to read out. */
  readonly onDone: (words: string) => void;
}

/** "Still agree" when words changed, and "Take back". */
function Standing(props: ActProps & { readonly position: Position }): ReactNode {
  const { item, read, position, onTextChanged, onDone } = props;
  const { boroughId, boroughName } = useMe();
  const { run, isRunning, problem } = useCommand((code) => {
    if (code === "text-changed") onTextChanged();
  });
  const { still, says } = stanceWords[position.stance];
  const isChanged = positionState(item, boroughId, position) === "changed";
  const renew = async (): Promise<void> => {
    const items = [{ itemId: item.id, seen: fingerprintOf(read, boroughId) }];
    if (await run("renew-positions", { items })) onDone(`${boroughName} still ${says}`);
  };
  const takeBack = async (): Promise<void> => {
    if (await run("withdraw-position", { itemId: item.id }))
      onDone(`${boroughName} took back what it said`);
  };
  return (
    <>
      <Refused problem={problem} />
      <div className="dialog-buttons">
        {isChanged && !item.removed && (
          <Button look="main" busy={isRunning} onClick={() => void renew()}>
            {still}
          </Button>
        )}
        <Button look="plain" busy={isRunning} onClick={() => void takeBack()}>
          Take back
        </Button>
      </div>
    </>
  );
}

/** Whoever agrees for the borough says it or declines; whoever proposed it may take it back. */
function AnswerProposal(props: ActProps & { readonly proposal: Position }): ReactNode {
  const { item, read, proposal, onTextChanged, onDone } = props;
  const me = useMe();
  const mayTake = useMay("take-position");
  const mayPropose = useMay("propose-position");
  const { run, isRunning, problem } = useCommand((code) => {
    if (code === "text-changed") onTextChanged();
  });
  const isMine = proposal.personId === me.personId;
  const { stance, words, priority } = proposal;
  const take = async (): Promise<void> => {
    const seen = fingerprintOf(read, me.boroughId);
    if (await run("take-position", { itemId: item.id, stance, words, priority, seen }))
      onDone(`${me.boroughName} ${stanceWords[stance].says}`);
  };
  const drop = async (): Promise<void> => {
    if (await run("withdraw-proposal", { itemId: item.id }))
      onDone(isMine ? "Your proposal is taken back" : "The proposal is declined");
  };
  if (!mayTake && !(mayPropose && isMine)) return null;
  return (
    <>
      <Refused problem={problem} />
      <div className="dialog-buttons">
        {mayTake && !item.removed && (
          <Button look="main" busy={isRunning} onClick={() => void take()}>
            Say this for {me.boroughName}
          </Button>
        )}
        <Button look="plain" busy={isRunning} onClick={() => void drop()}>
          {isMine ? "Take back the proposal" : "Decline"}
        </Button>
      </div>
    </>
  );
}

/** For somebody whose word is a proposal: who decides it. */
function WhoAgrees(): ReactNode {
  const { boroughId, boroughName } = useMe();
  const names = useRecord((record) => inWords(agreeingFor(record, boroughId)));
  return (
    <p>
      {names === ""
        ? `Nobody can say it for ${boroughName} at present: a lead can let somebody, on the People page. Until then what you say here is a proposal.`
        : `What you say here is a proposal. ${names} can say it for ${boroughName}.`}
    </p>
  );
}

function agreeingFor(record: RecordState, boroughId: string): string[] {
  return membersIn(record)
    .filter((member) => member.boroughId === boroughId && can(member, "take-position"))
    .map(({ name }) => name);
}
